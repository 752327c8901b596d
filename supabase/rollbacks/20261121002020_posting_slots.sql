-- Takes back 20261121002020_posting_slots.sql.

drop table public.posting_slots;
