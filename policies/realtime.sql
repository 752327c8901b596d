-- Who may listen and speak on private Realtime topics; see private.may_use_topic.

create policy content_catalyst_messages_select_members on realtime.messages
for select to authenticated
using (
  extension in ('broadcast', 'presence')
  and topic = (select realtime.topic())
  and (select private.may_use_topic((select realtime.topic()), false))
);

create policy content_catalyst_messages_insert_creators on realtime.messages
for insert to authenticated
with check (
  extension in ('broadcast', 'presence')
  and topic = (select realtime.topic())
  and (select private.may_use_topic((select realtime.topic()), true))
);

create policy content_catalyst_messages_select_workers on realtime.messages
for select to catalyst_worker
using (extension = 'broadcast' and topic = (select realtime.topic()) and topic like 'jobs:%');
