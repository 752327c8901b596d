-- Takes back 20261121002226_auto_seo.sql.

drop function private.submit_new_pages(uuid, text[]);
