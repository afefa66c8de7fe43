# /etoile-admin note: what moderators put beside a page
note-command = Put a note from this server beside the status or another page
note-option-text = What members should know
note-option-about = Beside which page? Leave empty for the status
note-option-link = Where it comes from: an address that begins with https://
note-option-spoils = What it gives away; leave empty for nothing
note-option-until = The last day on which it is shown
note-list-command = See, change and remove this server’s notes
note-list-title = Notes from this server
note-list-empty = There are none yet. What I know stops at a certain date: when something newer happens, put it beside the status with `/etoile-admin note`.
note-added = **Noted.** Members see this from now on.
note-beside = Beside “{ $page }”
note-page-hidden = a page further on than you are
note-level = { $episode ->
    [0] shown to everybody
   *[other] shown to those who have reached episode { $episode }
}
note-until = until { $when }
note-hidden = *I’m holding back what it says: it spoils up to episode { $episode }, and you haven’t got that far.*
note-raised = Some of its words belong to episode { $episode }, so only those who have reached it see this note.
note-edit = Change…
note-open = { $episode ->
    [0] It gives nothing away
    [1] It gives away episode 1 at most
   *[other] It gives away episode { $episode } at most
}
note-remove = Remove
note-edit-title = Change a note
note-edit-label = What members should know
note-logged-added = { $who } put a note from this server beside a page of mine (spoils up to episode { $episode })
note-logged-reworded = { $who } changed a note from this server (spoils up to episode { $episode })
note-logged-opened = { $who } opened a note from this server to those who have seen up to episode { $episode }
note-logged-removed = { $who } removed a note from this server
note-handed-back = { $why } Nothing was noted; here is your text:
    { $written }
note-link-wrong = That address can’t be shown: it must begin with https:// and hold no spaces or brackets.
note-about-wrong = A note can’t go beside that page. Choose one of the pages that are suggested while you type.
note-about-unclear = I can’t tell which page you mean. Choose one of those that are suggested while you type.
note-empty = A note needs a few words.
note-too-many = A server can have { $most } notes. Remove one first, with `/etoile-admin notes`.
note-gone = That note is no longer there.

# Names
note-name-note = note
note-name-notes = notes
note-name-text = text
note-name-about = about
note-name-link = link
note-name-spoils = spoils
note-name-until = until
