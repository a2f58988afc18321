-- So that all that was said with a contact is found when the contact is erased.
CREATE INDEX found_conversation ON found (conversation);
