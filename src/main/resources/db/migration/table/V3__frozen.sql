-- Protected tables as they were before rows behind them were erased; what was hidden has no number here.
create table table_frozen (
    id uuid primary key,
    -- Tables that were frozen together.
    occasion uuid not null,
    data_set text not null,
    place text not null,
    span text not null,
    name text not null,
    contents text not null,
    hash text not null,
    as_of timestamptz not null,
    frozen_at timestamptz not null,
    unique (occasion, name)
);

create index table_frozen_by_set on table_frozen (data_set, place, span, frozen_at desc);
