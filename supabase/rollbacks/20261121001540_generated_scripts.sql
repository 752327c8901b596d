revoke update (rewritten_script) on public.generated_scripts from authenticated;
revoke delete on public.generated_scripts from authenticated;
revoke select on public.generated_scripts from authenticated, service_role;
drop policy generated_scripts_delete_creators on public.generated_scripts;
drop policy generated_scripts_update_creators on public.generated_scripts;
drop policy generated_scripts_select_members on public.generated_scripts;

drop table public.generated_scripts;
drop function private.forget_voice_fit();
drop function private.broadcast_generated_scripts();
drop type public.generated_script_status;
