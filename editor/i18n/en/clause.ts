import type { clause as zh } from '../zh/clause.ts'

export const clause: typeof zh = {
  clause: {
    lead: 'The clause the selected object rests on, its wording, and clauses nothing honours yet.', loading: 'Reading the source document…', failed: 'The source document cannot be read: {why}', retry: 'Try again', problem: 'Not saved: {why}',
    none: 'No source document yet. Once loaded, the wording of its clause stands beside each object. It is kept on this system only and is never published with the scheme.',
    choose: 'Choose a file', again: 'Load again', drop: 'or drop a .docx or .txt file here', document: 'Source document', count: '{count} clauses', loaded: 'loaded {when}', version: 'version {n}',
    unnumbered: 'The file is loaded, but it has no numbering such as 一、(一)1.(1) or 第一条, so there are no clauses to match. Is it the right file?',
    done: { added: 'The document is loaded.', same: 'Same text as before: nothing changed.' },
    trouble: {
      'too-large': '“{name}” has {size} MB, more than the limit of {limit} MB, and was not loaded. Check that it is the right file, or save it without pictures.',
      'too-long': '“{name}” has {size} characters, more than the limit of {limit}, and was not loaded. Keep only the text of the scheme.',
      empty: '“{name}” is empty and was not loaded. Choose another file.',
      'old-word': '“{name}” is in the old Word format (.doc) or has a password. Save it as .docx without a password in Word or WPS and load that.',
      pdf: '“{name}” is a PDF, in which clauses cannot be told reliably. Load a .docx or .txt file.',
      encoding: 'The text encoding of “{name}” is not known. Save it as .txt in UTF-8, or load a .docx file.',
      'not-text': '“{name}” is not text and was not loaded. Choose a .docx or .txt file.',
      malformed: '“{name}” is damaged or not a Word file. Open it in Word or WPS, save it as .docx, and load that.',
      bomb: '“{name}” unpacks to an abnormal size, may be harmful, and was not loaded. Ask where it comes from.',
      doctype: '“{name}” holds declarations that Word files do not have, may be harmful, and was not loaded. Save it again in Word or WPS and load that.',
      'images-only': '“{name}” holds pictures but no text (a scan?). Load a version with text, or have its text recognised first.',
      'no-text': '“{name}” holds no text and was not loaded. Choose another file.',
    },
    selected: 'Selected', pick: 'Choose something on the left to see the clause it rests on.', noSource: 'This has no clause of its own.', clause: 'Clause', basis: 'Basis', bases: { scheme: 'given by the scheme', plan: 'given by the yearly plan', assumed: 'open (not given)' },
    uncited: '(no clause cited)', unlisted: 'not in the list of clauses yet; citing it adds it', original: 'Wording', own: 'Our summary', textOnly: 'Text only: {why}', note: 'Note: {note}', absent: 'The document has no clause “{clause}”. Check the number, or load the matching document.', unloaded: 'The wording shows once the document is loaded.',
    alsoCitedBy: '{count} others cite this clause', citedByNone: 'Nothing else cites this clause.',
    alarm: 'The clauses under {count} objects have changed', alarmHelp: 'In the document as loaded now, these clauses read differently than when they were last checked. See whether the rule must follow, then press Checked.', checked: 'Checked', checkedAll: 'All of this clause checked', restsOn: 'Cited by {count} objects', movedHere: 'changed', gone: 'This clause is gone from the document', fresh: 'This clause is new', open: 'Show',
    uncitedList: 'Clauses nobody cites ({count})', uncitedHelp: 'In the document, but no object honours them and they are not marked as text only.', uncitedNone: 'Every clause of the document is honoured or marked.', absentList: 'Cited but not in the document ({count})', absentHelp: 'The scheme cites these clauses; the loaded document does not have them.', absentNone: 'Every cited clause is in the document.', more: '{count} more',
  },
}
