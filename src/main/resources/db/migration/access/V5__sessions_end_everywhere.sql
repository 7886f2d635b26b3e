-- Sessions begun before this are over, whichever process ended them: a command on the machine cannot reach into the memory of the service.
alter table access_account add column sessions_from timestamptz;
