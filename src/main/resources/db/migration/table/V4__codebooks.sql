-- The codebook of a release as it was then, of the fields that its tables are by; null in those released before it was kept.
alter table table_release add column codebook text;
