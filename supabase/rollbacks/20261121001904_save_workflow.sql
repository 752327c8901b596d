-- Takes back 20261121001904_save_workflow.sql.

drop function public.delete_approval_workflow(uuid);
drop function private.delete_approval_workflow(uuid);
drop function public.save_approval_workflow(text, jsonb, text, uuid, boolean, boolean, boolean, uuid);
drop function private.save_approval_workflow(text, jsonb, text, uuid, boolean, boolean, boolean, uuid);
drop function private.workflow_stages(jsonb, uuid);
