-- After a large import the planner must know at once how many values there are; the tables' owner alone may measure them.
create function indicator_measured() returns void
    language plpgsql security definer set search_path = samsyn as $$
begin
    analyze indicator_value;
end $$;
