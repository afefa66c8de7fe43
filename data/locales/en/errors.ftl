# What went wrong, said to whoever asked

error-unexpected = Something went wrong on my side, and nothing was changed. If it happens again, tell a moderator this code: { $reference }.
error-not-allowed = You may not do that here. Ask a moderator of this server.
error-form-outlived = I was restarted while your form was open, so it was not taken. Here is what you had typed; open the form again and paste it.
error-server-only = That only works on a server, not in a direct message.
error-too-fast = That was quick! Give me a few seconds, then go on.
error-button-gone = This button is from an older version of me, or no longer means anything. Use the command instead: `/etoile help` lists them all.
