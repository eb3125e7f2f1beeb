-- Run first: the other files find the extension in the schema posting.
CREATE SCHEMA posting;
CREATE EXTENSION posting_parser SCHEMA posting;
SELECT current_database() AS database \gset
ALTER DATABASE :"database" SET search_path = public, posting;
SELECT extname, extnamespace::regnamespace AS schema, extrelocatable AS relocatable
FROM pg_extension WHERE extname = 'posting_parser';

-- Nothing of the extension lies outside its schema.
SELECT d.classid::regclass, d.objid
FROM pg_depend d, pg_identify_object(d.classid, d.objid, 0) i
WHERE d.refclassid = 'pg_extension'::regclass
  AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'posting_parser')
  AND d.deptype = 'e' AND i.schema <> 'posting';

-- Each function has a description.
SELECT p.oid::regprocedure
FROM pg_proc p
WHERE p.pronamespace = 'posting'::regnamespace
  AND obj_description(p.oid, 'pg_proc') IS NULL
ORDER BY p.oid::regprocedure::text COLLATE "C";

-- Each type and operator has one, too.
SELECT t.oid::regtype
FROM pg_type t
WHERE t.typnamespace = 'posting'::regnamespace AND t.typcategory <> 'A'
  AND obj_description(t.oid, 'pg_type') IS NULL
  AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c')
ORDER BY t.typname COLLATE "C";
SELECT o.oid::regoperator
FROM pg_operator o
WHERE o.oprnamespace = 'posting'::regnamespace
  AND obj_description(o.oid, 'pg_operator') IS NULL
ORDER BY o.oid::regoperator::text COLLATE "C";
