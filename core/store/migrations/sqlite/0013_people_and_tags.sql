-- Whom a contact is the same person as, when somebody has said so, and the labels of each, in folded case, to find contacts by.
ALTER TABLE contacts ADD COLUMN merged_into BLOB;
CREATE INDEX contacts_merged ON contacts (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE contact_tags (
    contact BLOB NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (contact, tag)
) WITHOUT ROWID;
CREATE INDEX contact_tags_tag ON contact_tags (tag);
