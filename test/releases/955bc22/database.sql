SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA dbos;

CREATE SCHEMA engine;

CREATE FUNCTION dbos.enqueue_workflow(workflow_name text, queue_name text, positional_args json[] DEFAULT ARRAY[]::json[], named_args json DEFAULT '{}'::json, class_name text DEFAULT NULL::text, config_name text DEFAULT NULL::text, workflow_id text DEFAULT NULL::text, app_version text DEFAULT NULL::text, timeout_ms bigint DEFAULT NULL::bigint, deadline_epoch_ms bigint DEFAULT NULL::bigint, deduplication_id text DEFAULT NULL::text, priority integer DEFAULT NULL::integer, queue_partition_key text DEFAULT NULL::text, authenticated_user text DEFAULT NULL::text, authenticated_roles text DEFAULT NULL::text, delay_until_epoch_ms bigint DEFAULT NULL::bigint, application_name text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_workflow_id TEXT;
    v_serialized_inputs TEXT;
    v_owner_xid TEXT;
    v_now BIGINT;
    v_recovery_attempts INT4 := 0;
    v_priority INT4;
    v_status TEXT;
BEGIN

    -- Validate required parameters
    IF workflow_name IS NULL OR workflow_name = '' THEN
        RAISE EXCEPTION 'Workflow name cannot be null or empty';
    END IF;
    IF queue_name IS NULL OR queue_name = '' THEN
        RAISE EXCEPTION 'Queue name cannot be null or empty';
    END IF;
    IF named_args IS NOT NULL AND jsonb_typeof(named_args::jsonb) != 'object' THEN
        RAISE EXCEPTION 'Named args must be a JSON object';
    END IF;
    IF workflow_id IS NOT NULL AND workflow_id = '' THEN
        RAISE EXCEPTION 'Workflow ID cannot be an empty string if provided.';
    END IF;
    IF delay_until_epoch_ms IS NOT NULL AND delay_until_epoch_ms < 0 THEN
        RAISE EXCEPTION 'delay_until_epoch_ms must be >= 0';
    END IF;

    v_workflow_id := COALESCE(workflow_id, gen_random_uuid()::TEXT);
    v_owner_xid := gen_random_uuid()::TEXT;
    v_priority := COALESCE(priority, 0);
    v_serialized_inputs := json_build_object(
        'positionalArgs', positional_args,
        'namedArgs', named_args
    )::TEXT;
    v_now := EXTRACT(epoch FROM now()) * 1000;
    v_status := CASE WHEN delay_until_epoch_ms IS NULL THEN 'ENQUEUED' ELSE 'DELAYED' END;

    INSERT INTO "dbos".workflow_status (
        workflow_uuid, status,
        name, class_name, config_name,
        queue_name, deduplication_id, priority, queue_partition_key,
        application_version,
        created_at, updated_at, recovery_attempts,
        workflow_timeout_ms, workflow_deadline_epoch_ms,
        parent_workflow_id, owner_xid, serialization,
        authenticated_user, authenticated_roles,
        delay_until_epoch_ms, application_name
    ) VALUES (
        v_workflow_id, v_status,
        workflow_name, class_name, config_name,
        queue_name, deduplication_id, v_priority, queue_partition_key,
        app_version,
        v_now, v_now, v_recovery_attempts,
        timeout_ms, deadline_epoch_ms,
        NULL, v_owner_xid, 'portable_json',
        authenticated_user, authenticated_roles,
        delay_until_epoch_ms, application_name
    )
    ON CONFLICT (workflow_uuid)
    DO UPDATE SET
        updated_at = EXCLUDED.updated_at;

    INSERT INTO "dbos".workflow_input (
        workflow_uuid, inputs, retention_timestamp
    ) VALUES (
        v_workflow_id, v_serialized_inputs, v_now
    )
    ON CONFLICT (workflow_uuid) DO NOTHING;

    RETURN v_workflow_id;

EXCEPTION
    WHEN unique_violation THEN
        RAISE EXCEPTION 'DBOS queue duplicated'
            USING DETAIL = format('Workflow %s with queue %s and deduplication ID %s already exists', v_workflow_id, queue_name, deduplication_id),
                ERRCODE = 'unique_violation';
END;
$$;

CREATE FUNCTION dbos.notifications_function() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    DECLARE
        payload text := NEW.destination_uuid || '::' || NEW.topic;
    BEGIN
        PERFORM pg_notify('dbos_notifications_channel', payload);
        RETURN NEW;
    END;
    $$;

CREATE FUNCTION dbos.send_message(destination_id text, message json, topic text DEFAULT NULL::text, message_id text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
        DECLARE
            v_topic TEXT := COALESCE(topic, '__null__topic__');
            v_message_id TEXT := COALESCE(message_id, gen_random_uuid()::TEXT);
        BEGIN
            INSERT INTO "dbos".notifications (
                destination_uuid, topic, message, message_uuid, serialization
            ) VALUES (
                destination_id, v_topic, message, v_message_id, 'portable_json'
            )
            ON CONFLICT (message_uuid) DO NOTHING;
        EXCEPTION
            WHEN foreign_key_violation THEN
                RAISE EXCEPTION 'DBOS non-existent workflow'
                   USING DETAIL = format('Destination workflow %s does not exist', destination_id),
                        ERRCODE = 'foreign_key_violation';
        END;
        $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE dbos.application_versions (
    version_id text NOT NULL,
    version_name text NOT NULL,
    version_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    created_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    application_name text
);

CREATE TABLE dbos.dbos_migrations (
    version bigint NOT NULL
);

CREATE TABLE dbos.event_dispatch_kv (
    service_name text NOT NULL,
    workflow_fn_name text NOT NULL,
    key text NOT NULL,
    value text,
    update_seq numeric(38,0),
    update_time numeric(38,15)
);

CREATE TABLE dbos.notifications (
    message_uuid text DEFAULT gen_random_uuid() NOT NULL,
    destination_uuid text NOT NULL,
    topic text,
    message text NOT NULL,
    created_at_epoch_ms bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    serialization text,
    consumed boolean DEFAULT false NOT NULL,
    consumed_by_function_id integer
);

CREATE TABLE dbos.operation_outputs (
    workflow_uuid text NOT NULL,
    function_id integer NOT NULL,
    function_name text DEFAULT ''::text NOT NULL,
    output text,
    error text,
    child_workflow_id text,
    started_at_epoch_ms bigint,
    completed_at_epoch_ms bigint,
    serialization text,
    application_name text,
    retention_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL
);

CREATE TABLE dbos.queues (
    queue_id text DEFAULT (gen_random_uuid())::text NOT NULL,
    name text NOT NULL,
    concurrency integer,
    worker_concurrency integer,
    rate_limit_max integer,
    rate_limit_period_sec double precision,
    priority_enabled boolean DEFAULT false NOT NULL,
    partition_queue boolean DEFAULT false NOT NULL,
    polling_interval_sec double precision DEFAULT 1.0 NOT NULL,
    created_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    updated_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    application_name text,
    partition_concurrency integer,
    partition_worker_concurrency integer,
    partition_rate_limit_max integer,
    partition_rate_limit_period_sec double precision
);

CREATE TABLE dbos.streams (
    workflow_uuid text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    "offset" integer NOT NULL,
    function_id integer DEFAULT 0 NOT NULL,
    serialization text
);

CREATE TABLE dbos.workflow_events (
    workflow_uuid text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    serialization text
);

CREATE TABLE dbos.workflow_events_history (
    workflow_uuid text NOT NULL,
    function_id integer NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    serialization text
);

CREATE TABLE dbos.workflow_input (
    workflow_uuid text NOT NULL,
    inputs text,
    retention_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL
);

CREATE TABLE dbos.workflow_output (
    workflow_uuid text NOT NULL,
    output text,
    error text,
    retention_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL
);

CREATE TABLE dbos.workflow_schedules (
    schedule_id text NOT NULL,
    schedule_name text NOT NULL,
    workflow_name text NOT NULL,
    workflow_class_name text,
    schedule text NOT NULL,
    status text DEFAULT 'ACTIVE'::text NOT NULL,
    context text NOT NULL,
    last_fired_at text,
    automatic_backfill boolean DEFAULT false NOT NULL,
    cron_timezone text,
    queue_name text,
    application_name text
);

CREATE TABLE dbos.workflow_status (
    workflow_uuid text NOT NULL,
    status text,
    name text,
    authenticated_user text,
    assumed_role text,
    authenticated_roles text,
    request text,
    output text,
    error text,
    executor_id text,
    created_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    updated_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    application_version text,
    application_id text,
    class_name character varying(255) DEFAULT NULL::character varying,
    config_name character varying(255) DEFAULT NULL::character varying,
    recovery_attempts bigint DEFAULT 0,
    queue_name text,
    workflow_timeout_ms bigint,
    workflow_deadline_epoch_ms bigint,
    inputs text,
    started_at_epoch_ms bigint,
    deduplication_id text,
    priority integer DEFAULT 0 NOT NULL,
    queue_partition_key text,
    forked_from text,
    owner_xid text,
    parent_workflow_id text,
    serialization text,
    delay_until_epoch_ms bigint,
    was_forked_from boolean DEFAULT false NOT NULL,
    rate_limited boolean DEFAULT false NOT NULL,
    completed_at bigint,
    attributes jsonb,
    schedule_name text,
    debounce_deadline_epoch_ms bigint,
    is_debounced boolean DEFAULT false NOT NULL,
    application_name text,
    creator_xid text
);

CREATE TABLE engine.replica (
    id text NOT NULL,
    steady_since timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.announcement (
    request text NOT NULL,
    channel text NOT NULL,
    ts text NOT NULL,
    through_seq integer NOT NULL
);

CREATE TABLE public.audit (
    seq bigint NOT NULL,
    at bigint NOT NULL,
    request text,
    by text NOT NULL,
    kind text NOT NULL,
    body json NOT NULL,
    previous text NOT NULL,
    mac text NOT NULL
);

CREATE TABLE public.audit_head (
    only_one boolean DEFAULT true NOT NULL,
    seq bigint NOT NULL,
    mac text NOT NULL,
    CONSTRAINT audit_head_only_one_check CHECK (only_one)
);

CREATE TABLE public.delegation (
    id text NOT NULL,
    tenant text NOT NULL,
    by text NOT NULL,
    "to" text NOT NULL,
    begins bigint NOT NULL,
    ends bigint NOT NULL,
    reason json NOT NULL,
    ended_at bigint
);

CREATE TABLE public.draft (
    id text NOT NULL,
    by text NOT NULL,
    raw json NOT NULL,
    kept_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.enrolment_code (
    tenant text NOT NULL,
    person text NOT NULL,
    key text NOT NULL,
    expires_at bigint NOT NULL,
    tries_left integer NOT NULL
);

CREATE TABLE public.event (
    request text NOT NULL,
    seq integer NOT NULL,
    at bigint NOT NULL,
    key text NOT NULL,
    part integer NOT NULL,
    event json NOT NULL
);

CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);

CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.notice (
    key text NOT NULL,
    tenant text NOT NULL,
    made_at bigint NOT NULL,
    matter json NOT NULL,
    claimed_until bigint DEFAULT 0 NOT NULL,
    is_posted boolean DEFAULT false NOT NULL
);

CREATE TABLE public.page_ticket (
    key text NOT NULL,
    person text NOT NULL,
    tenant text NOT NULL,
    errand json NOT NULL,
    nonce text NOT NULL,
    expires_at bigint NOT NULL,
    tries_left integer NOT NULL,
    is_used boolean NOT NULL
);

CREATE TABLE public.passkey (
    credential text NOT NULL,
    tenant text NOT NULL,
    person text NOT NULL,
    public_key text NOT NULL,
    counter bigint NOT NULL,
    transports json NOT NULL,
    state text NOT NULL,
    enrolled_at bigint NOT NULL,
    CONSTRAINT passkey_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'active'::text, 'revoked'::text])))
);

CREATE TABLE public.request (
    id text NOT NULL,
    tenant text NOT NULL,
    user_name_key text NOT NULL,
    opened_at bigint NOT NULL,
    version integer NOT NULL,
    phase text NOT NULL,
    is_open boolean NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.reservation (
    tenant text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    request text NOT NULL,
    CONSTRAINT reservation_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'system'::text, 'new-system'::text, 'group'::text])))
);

CREATE TABLE public.seen_activation (
    tenant text NOT NULL,
    at bigint NOT NULL,
    keys json NOT NULL
);

CREATE TABLE public.turn (
    name text NOT NULL,
    at bigint NOT NULL
);

INSERT INTO dbos.application_versions VALUES ('2f0bd043-aa22-4441-910f-07367a031498', '1', 1796013461868, 1796013461868, 'workday-isu-bot');

INSERT INTO dbos.dbos_migrations VALUES (123);

INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-EVJQHN8N","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013466688,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 1"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_1","doNotAllowUiSessions":true,"groupName":"Group of test 1","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 1"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 1","userName":"ISU_Test_1"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 1","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-EVJQHN8N: permissions for the security group Group of test 1 (it contains the ISU ISU_Test_1)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013466636, 1796013466715, 'js_superjson', 'workday-isu-bot', 1796013466716);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013466720, 1796013466727, 'js_superjson', 'workday-isu-bot', 1796013466728);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013466739, 1796013466788, 'js_superjson', 'workday-isu-bot', 1796013466804);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013466787, 1796013466896, 'js_superjson', 'workday-isu-bot', 1796013466899);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013466901, 1796013467219, 'js_superjson', 'workday-isu-bot', 1796013467220);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467229, 1796013467258, 'js_superjson', 'workday-isu-bot', 1796013467258);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467263, 1796013467347, 'js_superjson', 'workday-isu-bot', 1796013467348);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467349, 1796013467391, 'js_superjson', 'workday-isu-bot', 1796013467391);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467395, 1796013467504, 'js_superjson', 'workday-isu-bot', 1796013467505);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467507, 1796013467548, 'js_superjson', 'workday-isu-bot', 1796013467550);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467555, 1796013467679, 'js_superjson', 'workday-isu-bot', 1796013467680);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467684, 1796013467723, 'js_superjson', 'workday-isu-bot', 1796013467724);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467726, 1796013467891, 'js_superjson', 'workday-isu-bot', 1796013467891);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467893, 1796013467934, 'js_superjson', 'workday-isu-bot', 1796013467934);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 11, '6: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013467937, 1796013468010, 'js_superjson', 'workday-isu-bot', 1796013468011);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 12, '6: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468019, 1796013468078, 'js_superjson', 'workday-isu-bot', 1796013468079);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:1', 13, '7: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468088, 1796013468098, 'js_superjson', 'workday-isu-bot', 1796013468099);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UEVE:1796013468.045000:approve', 0, 'decide', '{"json":{"kind":"passkey-needed","tenant":"acme_dpt1","errand":{"kind":"approve","request":"ISU-EVJQHN8N","digest":"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6"}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468082, 1796013468159, 'js_superjson', 'workday-isu-bot', 1796013468160);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UEVE:1796013468.045000:approve', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468166, 1796013468186, 'js_superjson', 'workday-isu-bot', 1796013468187);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UEVE:1796013468.045000:approve', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468222, 1796013468241, 'js_superjson', 'workday-isu-bot', 1796013468242);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468363, 1796013468403, 'js_superjson', 'workday-isu-bot', 1796013468404);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468408, 1796013468564, 'js_superjson', 'workday-isu-bot', 1796013468571);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468583, 1796013468646, 'js_superjson', 'workday-isu-bot', 1796013468647);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468657, 1796013468692, 'js_superjson', 'workday-isu-bot', 1796013468693);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468697, 1796013468725, 'js_superjson', 'workday-isu-bot', 1796013468726);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013468787, 1796013469027, 'js_superjson', 'workday-isu-bot', 1796013469028);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469056, 1796013469137, 'js_superjson', 'workday-isu-bot', 1796013469138);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469140, 1796013469240, 'js_superjson', 'workday-isu-bot', 1796013469242);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469299, 1796013469398, 'js_superjson', 'workday-isu-bot', 1796013469403);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469417, 1796013469461, 'js_superjson', 'workday-isu-bot', 1796013469463);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469479, 1796013469560, 'js_superjson', 'workday-isu-bot', 1796013469560);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EVJQHN8N:13', 11, '6: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469571, 1796013469576, 'js_superjson', 'workday-isu-bot', 1796013469583);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-EPAZDYG0","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013469845,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 2"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_2","doNotAllowUiSessions":true,"groupName":"Group of test 2","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 2"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 2","userName":"ISU_Test_2"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-EPAZDYG0: permissions for the security group Group of test 2 (it contains the ISU ISU_Test_2)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469755, 1796013469872, 'js_superjson', 'workday-isu-bot', 1796013469872);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469919, 1796013469940, 'js_superjson', 'workday-isu-bot', 1796013469942);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013469947, 1796013470054, 'js_superjson', 'workday-isu-bot', 1796013470055);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013470054, 1796013470125, 'js_superjson', 'workday-isu-bot', 1796013470127);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013470530, 1796013470928, 'js_superjson', 'workday-isu-bot', 1796013470929);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013470948, 1796013471137, 'js_superjson', 'workday-isu-bot', 1796013471138);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471139, 1796013471174, 'js_superjson', 'workday-isu-bot', 1796013471175);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471177, 1796013471347, 'js_superjson', 'workday-isu-bot', 1796013471357);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471448, 1796013471538, 'js_superjson', 'workday-isu-bot', 1796013471539);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471546, 1796013471651, 'js_superjson', 'workday-isu-bot', 1796013471652);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471656, 1796013471699, 'js_superjson', 'workday-isu-bot', 1796013471703);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 11, '6: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471713, 1796013471770, 'js_superjson', 'workday-isu-bot', 1796013471770);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:1796013471.793000:withdraw', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471866, 1796013471879, 'js_superjson', 'workday-isu-bot', 1796013471880);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473196, 1796013473228, 'js_superjson', 'workday-isu-bot', 1796013473229);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473228, 1796013473279, 'js_superjson', 'workday-isu-bot', 1796013473280);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473283, 1796013473400, 'js_superjson', 'workday-isu-bot', 1796013473403);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473405, 1796013473442, 'js_superjson', 'workday-isu-bot', 1796013473442);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473450, 1796013473516, 'js_superjson', 'workday-isu-bot', 1796013473517);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473523, 1796013473561, 'js_superjson', 'workday-isu-bot', 1796013473562);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473566, 1796013473690, 'js_superjson', 'workday-isu-bot', 1796013473692);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473716, 1796013473781, 'js_superjson', 'workday-isu-bot', 1796013473782);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473786, 1796013473903, 'js_superjson', 'workday-isu-bot', 1796013473904);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473906, 1796013473987, 'js_superjson', 'workday-isu-bot', 1796013473988);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474669, 1796013474710, 'js_superjson', 'workday-isu-bot', 1796013474711);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474710, 1796013474799, 'js_superjson', 'workday-isu-bot', 1796013474800);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474806, 1796013474915, 'js_superjson', 'workday-isu-bot', 1796013474916);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474922, 1796013475012, 'js_superjson', 'workday-isu-bot', 1796013475013);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475019, 1796013475163, 'js_superjson', 'workday-isu-bot', 1796013475172);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475193, 1796013475308, 'js_superjson', 'workday-isu-bot', 1796013475331);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475384, 1796013475555, 'js_superjson', 'workday-isu-bot', 1796013475556);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475563, 1796013475618, 'js_superjson', 'workday-isu-bot', 1796013475619);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475626, 1796013475781, 'js_superjson', 'workday-isu-bot', 1796013475783);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476776, 1796013476795, 'js_superjson', 'workday-isu-bot', 1796013476796);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476795, 1796013476867, 'js_superjson', 'workday-isu-bot', 1796013476868);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476870, 1796013476903, 'js_superjson', 'workday-isu-bot', 1796013476903);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476906, 1796013476943, 'js_superjson', 'workday-isu-bot', 1796013476944);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476947, 1796013477029, 'js_superjson', 'workday-isu-bot', 1796013477029);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477033, 1796013477059, 'js_superjson', 'workday-isu-bot', 1796013477060);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477072, 1796013477215, 'js_superjson', 'workday-isu-bot', 1796013477216);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477221, 1796013477264, 'js_superjson', 'workday-isu-bot', 1796013477265);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477268, 1796013477362, 'js_superjson', 'workday-isu-bot', 1796013477363);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477367, 1796013477408, 'js_superjson', 'workday-isu-bot', 1796013477410);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 12, '6: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013478015, 1796013478118, 'js_superjson', 'workday-isu-bot', 1796013478121);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe', 0, 'decide', '{"json":{"kind":"delegated","delegation":{"id":"DEL-R44X4G9C","tenant":"acme_dpt1","to":"T0ACME:UCY","from":1795996800000,"until":1796947200000,"reason":"Skiing","by":"T0ACME:UBOB"}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013478129, 1796013478215, 'js_superjson', 'workday-isu-bot', 1796013478217);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013470139, 1796013470199, 'js_superjson', 'workday-isu-bot', 1796013470200);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013470207, 1796013470283, 'js_superjson', 'workday-isu-bot', 1796013470284);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013470291, 1796013470525, 'js_superjson', 'workday-isu-bot', 1796013470526);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 12, '6: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471779, 1796013471811, 'js_superjson', 'workday-isu-bot', 1796013471813);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:1', 13, '7: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471819, 1796013471824, 'js_superjson', 'workday-isu-bot', 1796013471825);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:1796013471.793000:withdraw', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-EPAZDYG0","version":13,"askedBy":"T0ACME:UANN","openedAt":1796013469845,"draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_2","system":{"kind":"new","name":"System of test 2"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"revoke-permissions","hand":"runner","task":{"name":"revoke-permissions","groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"remove-group-member","hand":"runner","task":{"name":"remove-group-member","groupName":"Group of test 2","userName":"ISU_Test_2"}},{"name":"inactivate-security-group","hand":"runner","task":{"name":"inactivate-security-group","groupName":"Group of test 2"}},{"name":"scramble-user","hand":"api"}],"finished":[],"finishedBefore":["create-integration-system","create-user","create-security-group","add-group-member","grant-permissions"],"begun":["create-integration-system","create-user","create-security-group","add-group-member","grant-permissions"],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{"systemId":"ISU_BOT_ISU_EPAZDYG0","systemWid":"876f36fb15e933dc3bb122cea3c53e81","userWid":"8ba3e3818997f39a827fac13d5a537bd","references":{"system":[{"type":"WID","id":"876f36fb15e933dc3bb122cea3c53e81"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EPAZDYG0"}],"user":[{"type":"WID","id":"8ba3e3818997f39a827fac13d5a537bd"},{"type":"System_User_ID","id":"ISU_Test_2"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/8ba3e3818997f39a827fac13d5a537bd"},{"type":"System_User_OpenID_Connect_Internal","id":"746d8a482f88517b40810d20"},{"type":"System_User_OpenID_Internal","id":"525079811704302ac15064cc"},{"type":"WorkdayUserName","id":"ISU_Test_2"}]},"unseen":[]},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":13},"closing":{"kind":"withdrawn","by":"T0ACME:UANN"}}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471815, 1796013471846, 'js_superjson', 'workday-isu-bot', 1796013471849);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:1796013471.793000:withdraw', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471854, 1796013471860, 'js_superjson', 'workday-isu-bot', 1796013471861);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471879, 1796013471912, 'js_superjson', 'workday-isu-bot', 1796013471913);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013471916, 1796013472071, 'js_superjson', 'workday-isu-bot', 1796013472072);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472075, 1796013472135, 'js_superjson', 'workday-isu-bot', 1796013472139);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472151, 1796013472405, 'js_superjson', 'workday-isu-bot', 1796013472411);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472435, 1796013472479, 'js_superjson', 'workday-isu-bot', 1796013472480);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472495, 1796013472627, 'js_superjson', 'workday-isu-bot', 1796013472628);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472643, 1796013472703, 'js_superjson', 'workday-isu-bot', 1796013472704);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 7, '4: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472715, 1796013472780, 'js_superjson', 'workday-isu-bot', 1796013472781);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472785, 1796013472851, 'js_superjson', 'workday-isu-bot', 1796013472853);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472855, 1796013472902, 'js_superjson', 'workday-isu-bot', 1796013472903);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013472905, 1796013473039, 'js_superjson', 'workday-isu-bot', 1796013473040);
INSERT INTO dbos.operation_outputs VALUES ('ISU-EPAZDYG0:13', 11, '6: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473047, 1796013473052, 'js_superjson', 'workday-isu-bot', 1796013473052);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-TWDFPQ51","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013473117,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 3"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_3","doNotAllowUiSessions":true,"groupName":"Group of test 3","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 3"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 3","userName":"ISU_Test_3"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 3","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-TWDFPQ51: permissions for the security group Group of test 3 (it contains the ISU ISU_Test_3)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473065, 1796013473162, 'js_superjson', 'workday-isu-bot', 1796013473163);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473172, 1796013473184, 'js_superjson', 'workday-isu-bot', 1796013473184);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013473992, 1796013474122, 'js_superjson', 'workday-isu-bot', 1796013474122);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474163, 1796013474241, 'js_superjson', 'workday-isu-bot', 1796013474242);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 11, '6: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474254, 1796013474321, 'js_superjson', 'workday-isu-bot', 1796013474323);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 12, '6: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474326, 1796013474446, 'js_superjson', 'workday-isu-bot', 1796013474446);
INSERT INTO dbos.operation_outputs VALUES ('ISU-TWDFPQ51:1', 13, '7: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474500, 1796013474511, 'js_superjson', 'workday-isu-bot', 1796013474512);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-K6CN5PYV","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013474558,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 4"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_4","doNotAllowUiSessions":true,"groupName":"Group of test 4","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 4"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 4","userName":"ISU_Test_4"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 4","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-K6CN5PYV: permissions for the security group Group of test 4 (it contains the ISU ISU_Test_4)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474506, 1796013474577, 'js_superjson', 'workday-isu-bot', 1796013474578);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013474603, 1796013474620, 'js_superjson', 'workday-isu-bot', 1796013474624);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 8, '4: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475787, 1796013475959, 'js_superjson', 'workday-isu-bot', 1796013475960);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013475975, 1796013476211, 'js_superjson', 'workday-isu-bot', 1796013476212);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476215, 1796013476420, 'js_superjson', 'workday-isu-bot', 1796013476421);
INSERT INTO dbos.operation_outputs VALUES ('ISU-K6CN5PYV:1', 11, '6: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476427, 1796013476430, 'js_superjson', 'workday-isu-bot', 1796013476430);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-CF9FFVNF","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013476660,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 5"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_5","doNotAllowUiSessions":true,"groupName":"Group of test 5","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 5"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 5","userName":"ISU_Test_5"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 5","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-CF9FFVNF: permissions for the security group Group of test 5 (it contains the ISU ISU_Test_5)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476610, 1796013476699, 'js_superjson', 'workday-isu-bot', 1796013476703);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013476721, 1796013476757, 'js_superjson', 'workday-isu-bot', 1796013476758);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 9, '5: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477412, 1796013477592, 'js_superjson', 'workday-isu-bot', 1796013477593);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 10, '5: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477637, 1796013477815, 'js_superjson', 'workday-isu-bot', 1796013477843);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 11, '6: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013477915, 1796013478007, 'js_superjson', 'workday-isu-bot', 1796013478008);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:1', 13, '7: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013478131, 1796013478186, 'js_superjson', 'workday-isu-bot', 1796013478187);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013478223, 1796013478260, 'js_superjson', 'workday-isu-bot', 1796013478261);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe', 2, 'announce', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013478264, 1796013478288, 'js_superjson', 'workday-isu-bot', 1796013478288);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UEVE:1796013483.173000:approve', 0, 'decide', '{"json":{"kind":"passkey-needed","tenant":"acme_dpt1","errand":{"kind":"approve","request":"ISU-CF9FFVNF","digest":"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6"}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483232, 1796013483391, 'js_superjson', 'workday-isu-bot', 1796013483392);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UEVE:1796013483.173000:approve', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483407, 1796013483468, 'js_superjson', 'workday-isu-bot', 1796013483469);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UEVE:1796013483.173000:approve', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483484, 1796013483511, 'js_superjson', 'workday-isu-bot', 1796013483513);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:13', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483635, 1796013483684, 'js_superjson', 'workday-isu-bot', 1796013483684);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:13', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483694, 1796013483715, 'js_superjson', 'workday-isu-bot', 1796013483716);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:13', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483719, 1796013483759, 'js_superjson', 'workday-isu-bot', 1796013483760);
INSERT INTO dbos.operation_outputs VALUES ('ISU-CF9FFVNF:13', 3, '2: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013483808, 1796013483828, 'js_superjson', 'workday-isu-bot', 1796013483829);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-VXYM7WC9","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013484072,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 6"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_6","doNotAllowUiSessions":true,"groupName":"Group of test 6","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"person","task":{"name":"create-security-group","groupName":"Group of test 6"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 6","userName":"ISU_Test_6"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 6","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-VXYM7WC9: permissions for the security group Group of test 6 (it contains the ISU ISU_Test_6)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484007, 1796013484091, 'js_superjson', 'workday-isu-bot', 1796013484092);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484099, 1796013484107, 'js_superjson', 'workday-isu-bot', 1796013484107);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484109, 1796013484131, 'js_superjson', 'workday-isu-bot', 1796013484131);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484131, 1796013484207, 'js_superjson', 'workday-isu-bot', 1796013484208);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484216, 1796013484265, 'js_superjson', 'workday-isu-bot', 1796013484265);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484269, 1796013484301, 'js_superjson', 'workday-isu-bot', 1796013484302);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 3, '2: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484304, 1796013484395, 'js_superjson', 'workday-isu-bot', 1796013484396);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 4, '2: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484397, 1796013484419, 'js_superjson', 'workday-isu-bot', 1796013484420);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 5, '3: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484423, 1796013484441, 'js_superjson', 'workday-isu-bot', 1796013484441);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 6, '3: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484443, 1796013484473, 'js_superjson', 'workday-isu-bot', 1796013484473);
INSERT INTO dbos.operation_outputs VALUES ('ISU-VXYM7WC9:1', 7, '4: move', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013484477, 1796013484481, 'js_superjson', 'workday-isu-bot', 1796013484482);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e', 0, 'decide', '{"json":{"kind":"accepted","request":{"id":"ISU-AY9MR13J","version":1,"askedBy":"T0ACME:UANN","openedAt":1796013492295,"draft":{"tenant":"acme_dpt1","system":{"kind":"new","name":"System of test 7"},"sessionTimeoutMinutes":0,"permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]},"kind":"create","recipe":"viva-learning","userName":"ISU_Test_7","doNotAllowUiSessions":true,"groupName":"Group of test 7","reason":"Learning content in Teams"},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"person","task":{"name":"create-security-group","groupName":"Group of test 7"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 7","userName":"ISU_Test_7"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 7","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-AY9MR13J: permissions for the security group Group of test 7 (it contains the ISU ISU_Test_7)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}],"finished":[],"finishedBefore":[],"begun":[],"carriedOutBy":[],"approvedBefore":[],"isEscalated":false,"leftBehind":[],"facts":{},"gaveUp":[],"failures":{},"drift":[],"isLiveTold":false,"phase":{"kind":"working","since":1}}},"meta":{"referentialEqualities":{"request.draft.permissions":["request.plan.4.task.permissions"]}},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013492253, 1796013492331, 'js_superjson', 'workday-isu-bot', 1796013492332);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e', 1, 'answer', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013492343, 1796013492356, 'js_superjson', 'workday-isu-bot', 1796013492357);
INSERT INTO dbos.operation_outputs VALUES ('T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e', 2, 'go on', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, NULL, 1796013492366, 1796013492373, 'js_superjson', 'workday-isu-bot', 1796013492374);
INSERT INTO dbos.operation_outputs VALUES ('ISU-AY9MR13J:1', 0, '0: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013492373, 1796013492443, 'js_superjson', 'workday-isu-bot', 1796013492443);
INSERT INTO dbos.operation_outputs VALUES ('ISU-AY9MR13J:1', 1, '1: move', '{"json":false,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013492459, 1796013492525, 'js_superjson', 'workday-isu-bot', 1796013492525);
INSERT INTO dbos.operation_outputs VALUES ('ISU-AY9MR13J:1', 2, '1: show', '{"json":true,"__dbos_serializer":"superjson"}', NULL, NULL, 1796013492528, 1796013492559, 'js_superjson', 'workday-isu-bot', 1796013492559);

INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b', '{"json":["{\"id\":\"T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-EVJQHN8N\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V0436C076F10\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013466619);
INSERT INTO dbos.workflow_input VALUES ('ISU-EVJQHN8N:1', '{"json":["ISU-EVJQHN8N:1"],"__dbos_serializer":"superjson"}', 1796013466780);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UEVE:1796013468.045000:approve', '{"json":["{\"id\":\"T0ACME:UEVE:1796013468.045000:approve\",\"by\":\"T0ACME:UEVE\",\"request\":\"ISU-EVJQHN8N\",\"answerTo\":{\"kind\":\"response\",\"url\":\"http://127.0.0.1:46685/response/T0ACME/09accc5355754b9647e093ed\"},\"command\":{\"kind\":\"approve\",\"digest\":\"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6\"}}"],"__dbos_serializer":"superjson"}', 1796013468074);
INSERT INTO dbos.workflow_input VALUES ('ISU-EVJQHN8N:13', '{"json":["ISU-EVJQHN8N:13"],"__dbos_serializer":"superjson"}', 1796013468351);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03', '{"json":["{\"id\":\"T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-EPAZDYG0\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V0E22587FE24\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013469743);
INSERT INTO dbos.workflow_input VALUES ('ISU-EPAZDYG0:1', '{"json":["ISU-EPAZDYG0:1"],"__dbos_serializer":"superjson"}', 1796013470045);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:1796013471.793000:withdraw', '{"json":["{\"id\":\"T0ACME:UANN:1796013471.793000:withdraw\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-EPAZDYG0\",\"answerTo\":{\"kind\":\"response\",\"url\":\"http://127.0.0.1:46685/response/T0ACME/077003acccb0c3239ae98dd5\"},\"command\":{\"kind\":\"withdraw\"}}"],"__dbos_serializer":"superjson"}', 1796013471810);
INSERT INTO dbos.workflow_input VALUES ('ISU-EPAZDYG0:13', '{"json":["ISU-EPAZDYG0:13"],"__dbos_serializer":"superjson"}', 1796013471874);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827', '{"json":["{\"id\":\"T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-TWDFPQ51\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V0399AF86869\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013473053);
INSERT INTO dbos.workflow_input VALUES ('ISU-TWDFPQ51:1', '{"json":["ISU-TWDFPQ51:1"],"__dbos_serializer":"superjson"}', 1796013473216);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10', '{"json":["{\"id\":\"T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-K6CN5PYV\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V065B57647D9\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013474503);
INSERT INTO dbos.workflow_input VALUES ('ISU-K6CN5PYV:1', '{"json":["ISU-K6CN5PYV:1"],"__dbos_serializer":"superjson"}', 1796013474695);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b', '{"json":["{\"id\":\"T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-CF9FFVNF\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V0785D742CD9\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013476601);
INSERT INTO dbos.workflow_input VALUES ('ISU-CF9FFVNF:1', '{"json":["ISU-CF9FFVNF:1"],"__dbos_serializer":"superjson"}', 1796013476789);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe', '{"json":["{\"id\":\"T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe\",\"by\":\"T0ACME:UBOB\",\"viewId\":\"V0991CA2A092\",\"command\":{\"kind\":\"delegate\",\"delegation\":{\"id\":\"DEL-R44X4G9C\",\"tenant\":\"acme_dpt1\",\"to\":\"T0ACME:UCY\",\"from\":1795996800000,\"until\":1796947200000,\"reason\":\"Skiing\"}}}"],"__dbos_serializer":"superjson"}', 1796013478119);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UEVE:1796013483.173000:approve', '{"json":["{\"id\":\"T0ACME:UEVE:1796013483.173000:approve\",\"by\":\"T0ACME:UEVE\",\"request\":\"ISU-CF9FFVNF\",\"answerTo\":{\"kind\":\"response\",\"url\":\"http://127.0.0.1:46685/response/T0ACME/e9c1549ae09ea3ac86f96222\"},\"command\":{\"kind\":\"approve\",\"digest\":\"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6\"}}"],"__dbos_serializer":"superjson"}', 1796013483203);
INSERT INTO dbos.workflow_input VALUES ('ISU-CF9FFVNF:13', '{"json":["ISU-CF9FFVNF:13"],"__dbos_serializer":"superjson"}', 1796013483631);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f', '{"json":["{\"id\":\"T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-VXYM7WC9\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V0B7C2170E86\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013483963);
INSERT INTO dbos.workflow_input VALUES ('ISU-VXYM7WC9:1', '{"json":["ISU-VXYM7WC9:1"],"__dbos_serializer":"superjson"}', 1796013484129);
INSERT INTO dbos.workflow_input VALUES ('T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e', '{"json":["{\"id\":\"T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e\",\"by\":\"T0ACME:UANN\",\"request\":\"ISU-AY9MR13J\",\"answerTo\":{\"kind\":\"view\",\"viewId\":\"V0B36FC6008C\"},\"command\":{\"kind\":\"open\"}}"],"__dbos_serializer":"superjson"}', 1796013492245);
INSERT INTO dbos.workflow_input VALUES ('ISU-AY9MR13J:1', '{"json":["ISU-AY9MR13J:1"],"__dbos_serializer":"superjson"}', 1796013492372);

INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013466871);
INSERT INTO dbos.workflow_output VALUES ('ISU-EVJQHN8N:1', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013468133);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UEVE:1796013468.045000:approve', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013468271);
INSERT INTO dbos.workflow_output VALUES ('ISU-EVJQHN8N:13', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013469604);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013470064);
INSERT INTO dbos.workflow_output VALUES ('ISU-EPAZDYG0:1', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013471828);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:1796013471.793000:withdraw', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013471887);
INSERT INTO dbos.workflow_output VALUES ('ISU-EPAZDYG0:13', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013473056);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013473240);
INSERT INTO dbos.workflow_output VALUES ('ISU-TWDFPQ51:1', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013474520);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013474729);
INSERT INTO dbos.workflow_output VALUES ('ISU-K6CN5PYV:1', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013476479);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013476819);
INSERT INTO dbos.workflow_output VALUES ('ISU-CF9FFVNF:1', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013478217);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013478293);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UEVE:1796013483.173000:approve', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013483518);
INSERT INTO dbos.workflow_output VALUES ('ISU-CF9FFVNF:13', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013483856);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013484136);
INSERT INTO dbos.workflow_output VALUES ('ISU-VXYM7WC9:1', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013484494);
INSERT INTO dbos.workflow_output VALUES ('T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e', '{"json":null,"meta":{"values":["undefined"]},"__dbos_serializer":"superjson"}', NULL, 1796013492384);

INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V0436C076F10:1796013466.606000.03470e6b', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013466619, 1796013466871, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013466871, NULL, NULL, NULL, false, 'workday-isu-bot', '8461c3ac-5272-435d-b59f-d156111ba6a9');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V0785D742CD9:1796013476.570000.cdfa517b', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013476601, 1796013476819, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013476819, NULL, NULL, NULL, false, 'workday-isu-bot', 'a55c0c6b-fa79-475d-8e16-a1318ef57a0c');
INSERT INTO dbos.workflow_status VALUES ('ISU-EVJQHN8N:1', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013466780, 1796013468133, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013468133, NULL, NULL, NULL, false, 'workday-isu-bot', '923f791b-dbb2-4156-92f6-144d399baeb5');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UEVE:1796013468.045000:approve', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013468074, 1796013468271, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013468271, NULL, NULL, NULL, false, 'workday-isu-bot', 'e0b7a3f3-be5f-409f-aa69-3fc862e66069');
INSERT INTO dbos.workflow_status VALUES ('ISU-EVJQHN8N:13', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013468351, 1796013469604, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013469604, NULL, NULL, NULL, false, 'workday-isu-bot', 'f80da44f-3884-4a4c-b07e-e4e3712002bc');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V0E22587FE24:1796013469.708000.6bfd0d03', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013469743, 1796013470064, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013470064, NULL, NULL, NULL, false, 'workday-isu-bot', '236de8df-2c8e-4a7a-af24-f84d4e7d9554');
INSERT INTO dbos.workflow_status VALUES ('ISU-EPAZDYG0:1', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013470045, 1796013471828, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013471828, NULL, NULL, NULL, false, 'workday-isu-bot', '13ad4348-97e1-4576-85d7-a786f62484ee');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:1796013471.793000:withdraw', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013471810, 1796013471887, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013471887, NULL, NULL, NULL, false, 'workday-isu-bot', '4ce6d6d7-c6cc-4ca9-98a0-6bdcf73a9084');
INSERT INTO dbos.workflow_status VALUES ('ISU-CF9FFVNF:1', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013476789, 1796013478217, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013478217, NULL, NULL, NULL, false, 'workday-isu-bot', '3f30f6f5-c2e0-4d56-837b-dd232daedf07');
INSERT INTO dbos.workflow_status VALUES ('ISU-EPAZDYG0:13', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013471874, 1796013473056, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013473056, NULL, NULL, NULL, false, 'workday-isu-bot', '9b96d017-528e-4c33-9c91-580f4d742a4c');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V0399AF86869:1796013473.041000.0eb44827', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013473053, 1796013473240, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013473240, NULL, NULL, NULL, false, 'workday-isu-bot', 'e8ea3b2a-bd44-49a1-b89a-95d132e7755c');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UBOB:V0991CA2A092:1796013478.108000.227665fe', 'SUCCESS', 'delegation', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013478119, 1796013478293, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013478293, NULL, NULL, NULL, false, 'workday-isu-bot', '380ebd31-4a49-49bd-8000-08094ca61131');
INSERT INTO dbos.workflow_status VALUES ('ISU-TWDFPQ51:1', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013473216, 1796013474520, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013474520, NULL, NULL, NULL, false, 'workday-isu-bot', '74b06d2d-0fc3-48d9-afb5-3a5b825820cd');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V065B57647D9:1796013474.492000.23ed1d10', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013474503, 1796013474729, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013474729, NULL, NULL, NULL, false, 'workday-isu-bot', '77c0e80b-637c-48a5-a87f-7e2e1c3cb21c');
INSERT INTO dbos.workflow_status VALUES ('ISU-K6CN5PYV:1', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013474695, 1796013476479, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013476479, NULL, NULL, NULL, false, 'workday-isu-bot', '3c032562-4db1-4db4-a704-b02ec78c05ad');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UEVE:1796013483.173000:approve', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013483203, 1796013483518, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013483518, NULL, NULL, NULL, false, 'workday-isu-bot', 'e140fec3-3981-495d-9d3a-4849db35ba33');
INSERT INTO dbos.workflow_status VALUES ('ISU-CF9FFVNF:13', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013483631, 1796013483856, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013483856, NULL, NULL, NULL, false, 'workday-isu-bot', 'a0ab72f4-8989-45ba-a1bb-5551d6424a6c');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V0B7C2170E86:1796013483.897000.9f4c8a9f', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013483963, 1796013484136, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013484136, NULL, NULL, NULL, false, 'workday-isu-bot', '2105ecec-41f8-4ccf-a138-156593619d18');
INSERT INTO dbos.workflow_status VALUES ('ISU-VXYM7WC9:1', 'SUCCESS', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013484129, 1796013484494, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013484494, NULL, NULL, NULL, false, 'workday-isu-bot', 'fadd8bb4-6a5a-4053-91de-ac1decc56b57');
INSERT INTO dbos.workflow_status VALUES ('ISU-AY9MR13J:1', 'PENDING', 'advance', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013492372, 1796013492372, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, '78f98d30-7917-410f-8196-e651498b9620', NULL, 'js_superjson', NULL, false, false, NULL, NULL, NULL, NULL, false, 'workday-isu-bot', '78f98d30-7917-410f-8196-e651498b9620');
INSERT INTO dbos.workflow_status VALUES ('T0ACME:UANN:V0B36FC6008C:1796013492.239000.70dd814e', 'SUCCESS', 'click', '', '', '[]', NULL, NULL, NULL, 'kept', 1796013492245, 1796013492384, '1', '', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 'js_superjson', NULL, false, false, 1796013492384, NULL, NULL, NULL, false, 'workday-isu-bot', '01ad7298-6ca9-4eb2-85d1-6d018bf481c6');

INSERT INTO engine.replica VALUES ('kept', '2026-11-30 04:38:02.75327+00', '2026-11-30 04:38:08.147789+00');

INSERT INTO public.announcement VALUES ('ISU-AY9MR13J', 'C0WORKDAY', '1796013492.401000', 3);
INSERT INTO public.announcement VALUES ('ISU-EVJQHN8N', 'C0WORKDAY', '1796013466.824000', 21);
INSERT INTO public.announcement VALUES ('ISU-EPAZDYG0', 'C0WORKDAY', '1796013470.093000', 25);
INSERT INTO public.announcement VALUES ('ISU-TWDFPQ51', 'C0WORKDAY', '1796013473.261000', 12);
INSERT INTO public.announcement VALUES ('ISU-K6CN5PYV', 'C0WORKDAY', '1796013474.743000', 11);
INSERT INTO public.announcement VALUES ('ISU-CF9FFVNF', 'C0WORKDAY', '1796013476.842000', 14);
INSERT INTO public.announcement VALUES ('ISU-VXYM7WC9', 'C0WORKDAY', '1796013484.153000', 6);

INSERT INTO public.audit VALUES (1, 1796013463503, NULL, 'operator', 'passkey-code-issued', '{"tenant":"acme_dpt1","person":"T0ACME:UBOB","operator":"root@vm"}', '', 'ca5af3283528118d40eae965b9aae9f58ed1e89a3159700d038d2f87f7100903');
INSERT INTO public.audit VALUES (2, 1796013463857, NULL, 'T0ACME:UBOB', 'passkey-enrolled', '{"tenant":"acme_dpt1","person":"T0ACME:UBOB","credential":"tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0"}', 'ca5af3283528118d40eae965b9aae9f58ed1e89a3159700d038d2f87f7100903', '4771f9607329243b486c4d42182da55419f634af58a0578f8eef1e403e57770a');
INSERT INTO public.audit VALUES (3, 1796013465489, NULL, 'operator', 'passkey-code-issued', '{"tenant":"acme_dpt1","person":"T0ACME:UEVE","operator":"root@vm"}', '4771f9607329243b486c4d42182da55419f634af58a0578f8eef1e403e57770a', 'c6e6c78c424aca5a80ccfe82678f49699e90cb00afcafc50bcf04f70f1b0d465');
INSERT INTO public.audit VALUES (4, 1796013465781, NULL, 'T0ACME:UEVE', 'passkey-enrolled', '{"tenant":"acme_dpt1","person":"T0ACME:UEVE","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}', 'c6e6c78c424aca5a80ccfe82678f49699e90cb00afcafc50bcf04f70f1b0d465', '8684f30b33fcd1285085051937db26ea949f298c9e67ee1b4e887c516b4a5100');
INSERT INTO public.audit VALUES (5, 1796013465929, NULL, 'T0ACME:UEVE', 'passkey-confirmed', '{"tenant":"acme_dpt1","person":"T0ACME:UBOB","credential":"tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0","with":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}', '8684f30b33fcd1285085051937db26ea949f298c9e67ee1b4e887c516b4a5100', 'bb610f36a4593e69ef4ac318dca2687966c62123b63f78bb3cdc9e358ad2c698');
INSERT INTO public.audit VALUES (6, 1796013466013, NULL, 'T0ACME:UBOB', 'passkey-confirmed', '{"tenant":"acme_dpt1","person":"T0ACME:UEVE","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8","with":"tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0"}', 'bb610f36a4593e69ef4ac318dca2687966c62123b63f78bb3cdc9e358ad2c698', 'c2a0a13672b671f1368007fa535211568d5e65385e8389bce43dab940d10a85b');
INSERT INTO public.audit VALUES (7, 1796013466688, 'ISU-EVJQHN8N', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-EVJQHN8N","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_1","system":{"kind":"new","name":"System of test 1"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 1","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 1"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 1","userName":"ISU_Test_1"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 1","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-EVJQHN8N: permissions for the security group Group of test 1 (it contains the ISU ISU_Test_1)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', 'c2a0a13672b671f1368007fa535211568d5e65385e8389bce43dab940d10a85b', '79482e11d463fa286a472c331d0a7f8698ae9607a285ed0ddcab39f424d40c66');
INSERT INTO public.audit VALUES (8, 1796013466926, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '79482e11d463fa286a472c331d0a7f8698ae9607a285ed0ddcab39f424d40c66', 'a2880628975c0e6a50e8ccfc69a84474f346a0e0d4ca46d848fe7617323c7a30');
INSERT INTO public.audit VALUES (9, 1796013467118, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_EVJQHN8N","systemWid":"ff9ac7bc433d8b63a6812d5656da8eeb"}}', 'a2880628975c0e6a50e8ccfc69a84474f346a0e0d4ca46d848fe7617323c7a30', '13dad5fb097d774971b12fa6c39b9e89f20608149b732f3b494fbf87efc886a1');
INSERT INTO public.audit VALUES (10, 1796013467269, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', '13dad5fb097d774971b12fa6c39b9e89f20608149b732f3b494fbf87efc886a1', '60dc54295aa719b6733890312989b3f7d7732667ad49ea0d98fed093a8dcfbfa');
INSERT INTO public.audit VALUES (11, 1796013467321, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"ff9ac7bc433d8b63a6812d5656da8eeb","userWid":"041739aa3f10e732863db7424927b7b7","references":{"system":[{"type":"WID","id":"ff9ac7bc433d8b63a6812d5656da8eeb"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EVJQHN8N"}],"user":[{"type":"WID","id":"041739aa3f10e732863db7424927b7b7"},{"type":"System_User_ID","id":"ISU_Test_1"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/041739aa3f10e732863db7424927b7b7"},{"type":"System_User_OpenID_Connect_Internal","id":"83cd2d55a94544f29b1fc7a2"},{"type":"System_User_OpenID_Internal","id":"1ac497f8fd54391d22b4894e"},{"type":"WorkdayUserName","id":"ISU_Test_1"}]}}}', '60dc54295aa719b6733890312989b3f7d7732667ad49ea0d98fed093a8dcfbfa', 'd414a44648a86cd8ed34d8f538726a059837bd5fcc8095ceeeab5f2aebad9378');
INSERT INTO public.audit VALUES (12, 1796013467401, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-security-group"}', 'd414a44648a86cd8ed34d8f538726a059837bd5fcc8095ceeeab5f2aebad9378', 'ff05d09704da562af5e3c82f40f2dea8b4b7a9762d48f9d487ebdbfc3d25ca74');
INSERT INTO public.audit VALUES (13, 1796013467489, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-security-group","facts":{}}', 'ff05d09704da562af5e3c82f40f2dea8b4b7a9762d48f9d487ebdbfc3d25ca74', '321f288860b587d12650ed15f7d70d20742eaab8b707f88b9caa5aeb6f0d1d52');
INSERT INTO public.audit VALUES (14, 1796013467568, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"add-group-member"}', '321f288860b587d12650ed15f7d70d20742eaab8b707f88b9caa5aeb6f0d1d52', '27846800ab78e7fc5a0714d25818959cd9f0ae8410fe95c5c250185ae5ab031d');
INSERT INTO public.audit VALUES (15, 1796013467648, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"add-group-member","facts":{}}', '27846800ab78e7fc5a0714d25818959cd9f0ae8410fe95c5c250185ae5ab031d', 'd5c554142cdbf19bbcb4bb8627ccdfdfaad9520160e91d2e6af8dcc864c61af2');
INSERT INTO public.audit VALUES (16, 1796013467731, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"grant-permissions"}', 'd5c554142cdbf19bbcb4bb8627ccdfdfaad9520160e91d2e6af8dcc864c61af2', 'a468ca89bd8f9ad7030d1cb0aff508936d49b5ad78fdaa28314199e691abfa9e');
INSERT INTO public.audit VALUES (17, 1796013467815, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"grant-permissions","facts":{}}', 'a468ca89bd8f9ad7030d1cb0aff508936d49b5ad78fdaa28314199e691abfa9e', '444736a385d5021e7cc344e621e7702b03503fc14c55d6c23139f30418099bd1');
INSERT INTO public.audit VALUES (32, 1796013470491, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"876f36fb15e933dc3bb122cea3c53e81","userWid":"8ba3e3818997f39a827fac13d5a537bd","references":{"system":[{"type":"WID","id":"876f36fb15e933dc3bb122cea3c53e81"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EPAZDYG0"}],"user":[{"type":"WID","id":"8ba3e3818997f39a827fac13d5a537bd"},{"type":"System_User_ID","id":"ISU_Test_2"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/8ba3e3818997f39a827fac13d5a537bd"},{"type":"System_User_OpenID_Connect_Internal","id":"746d8a482f88517b40810d20"},{"type":"System_User_OpenID_Internal","id":"525079811704302ac15064cc"},{"type":"WorkdayUserName","id":"ISU_Test_2"}]}}}', '0959d31edc34ad3866ec1e348ad4c227102fc8ab355d34bd91e0eb180886b724', '53ddcbb8a4ccb22ef75ca14d7bb795d7f21a1d86fc9fcacd634d8a8edc7c1a96');
INSERT INTO public.audit VALUES (33, 1796013470953, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-security-group"}', '53ddcbb8a4ccb22ef75ca14d7bb795d7f21a1d86fc9fcacd634d8a8edc7c1a96', 'f32afcfaa055517060607c47d57e53adef0cf7dd02a26c18e7b2d9604cc8ce74');
INSERT INTO public.audit VALUES (18, 1796013467957, 'ISU-EVJQHN8N', 'bot', 'approval-asked', '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013467949,"expiresAt":1796272667949},"unseen":[]}', '444736a385d5021e7cc344e621e7702b03503fc14c55d6c23139f30418099bd1', '1dc4b838041dc7ca416499b1282f67100455f68868099957bdbbfe108fddcd74');
INSERT INTO public.audit VALUES (19, 1796013468304, 'ISU-EVJQHN8N', 'T0ACME:UEVE', 'approved', '{"kind":"approved","by":"T0ACME:UEVE","digest":"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}', '1dc4b838041dc7ca416499b1282f67100455f68868099957bdbbfe108fddcd74', 'eef022e23998885d5d957ac401112ac72ea8b876acbbf07f726a4d476b3a6613');
INSERT INTO public.audit VALUES (20, 1796013468441, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"activate","before":{"kind":"seen","lines":"206f85ec70796dd5167799d33f0b0c0105866ac6d388c6c1275dc07b7ad88be4765122b9780dd225e0aa10a4c26997e4cec9dda9ffc30b57b0c223cc0855c01f2540fcb1df88f02b63f0510bb4512e48f1d8f4a0","activatedAt":1767600000000}}', 'eef022e23998885d5d957ac401112ac72ea8b876acbbf07f726a4d476b3a6613', '12d1759af966c41495d9fb5073acbcce0a3b95f66d408ad1b21a763f6bda4892');
INSERT INTO public.audit VALUES (21, 1796013468558, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"activate","facts":{}}', '12d1759af966c41495d9fb5073acbcce0a3b95f66d408ad1b21a763f6bda4892', '5d4930f2830f020c227483c822f96fbd4caa564580b284d6499067725b2f78e4');
INSERT INTO public.audit VALUES (22, 1796013468685, 'ISU-EVJQHN8N', 'bot', 'went-live', '{"kind":"went-live","live":{"kind":"seen","shown":{"count":0,"lines":[]},"strange":{"count":0,"lines":[]},"gone":0,"uncompared":0,"isShared":false}}', '5d4930f2830f020c227483c822f96fbd4caa564580b284d6499067725b2f78e4', 'dbd79ec0ac761245655aabd4f37a95422357de20311421048f0fbb77cbe40f50');
INSERT INTO public.audit VALUES (23, 1796013468802, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"issue-credential"}', 'dbd79ec0ac761245655aabd4f37a95422357de20311421048f0fbb77cbe40f50', '08b525be1eec0ef4ee0e429a6026aab479451580a56bc6109952f1a83074dedf');
INSERT INTO public.audit VALUES (24, 1796013468958, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"issue-credential","facts":{"references":{"system":[{"type":"WID","id":"ff9ac7bc433d8b63a6812d5656da8eeb"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EVJQHN8N"}],"user":[{"type":"WID","id":"041739aa3f10e732863db7424927b7b7"},{"type":"System_User_ID","id":"ISU_Test_1"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/041739aa3f10e732863db7424927b7b7"},{"type":"System_User_OpenID_Connect_Internal","id":"83cd2d55a94544f29b1fc7a2"},{"type":"System_User_OpenID_Internal","id":"1ac497f8fd54391d22b4894e"},{"type":"WorkdayUserName","id":"ISU_Test_1"}]},"secret":{"name":"workday-isu-acme-dpt1-isu-test-1-password-4900247b0d11","version":"d7ad4bb778c606cf20d4e790a90da4f3","url":"http://127.0.0.1:39623/secrets/workday-isu-acme-dpt1-isu-test-1-password-4900247b0d11","versionedUrl":"http://127.0.0.1:39623/secrets/workday-isu-acme-dpt1-isu-test-1-password-4900247b0d11/d7ad4bb778c606cf20d4e790a90da4f3"},"probes":[{"kind":"not-probed","domain":"Reports: Learning Record","access":"Get"},{"kind":"verified","domain":"Manage: Learning Content","operation":"Get_Learning_Topics"},{"kind":"verified","domain":"Worker Data: Active and Terminated Workers","operation":"Get_Workers"},{"kind":"verified","domain":"Worker Data: Current staffing information","operation":"Get_Workers"},{"kind":"not-probed","domain":"Workday Accounts","access":"Get"}]}}', '08b525be1eec0ef4ee0e429a6026aab479451580a56bc6109952f1a83074dedf', 'f394ce2953b51159beb6180d3b4c153b9df615bee7053e0f55a545bedb8694fd');
INSERT INTO public.audit VALUES (25, 1796013469151, 'ISU-EVJQHN8N', 'bot', 'step-begun', '{"kind":"step-begun","step":"verify"}', 'f394ce2953b51159beb6180d3b4c153b9df615bee7053e0f55a545bedb8694fd', 'a8f82580652f75c6f43301b0a072676c4f7cd9ff1a7e973220bfead94167f1b6');
INSERT INTO public.audit VALUES (26, 1796013469201, 'ISU-EVJQHN8N', 'bot', 'step-finished', '{"kind":"step-finished","step":"verify","facts":{"verification":{"outcome":"verified","items":[]}}}', 'a8f82580652f75c6f43301b0a072676c4f7cd9ff1a7e973220bfead94167f1b6', '2424d66e25f21e83894ddc477fd476c8ee897e65acd43087d1633510a167fe48');
INSERT INTO public.audit VALUES (27, 1796013469430, 'ISU-EVJQHN8N', 'bot', 'done', '{"kind":"done","verification":{"outcome":"verified","items":[]}}', '2424d66e25f21e83894ddc477fd476c8ee897e65acd43087d1633510a167fe48', 'a4865bc3bd4ba64a3b84f9e8a3cc64d4e5f421b0e960cc17199e5b70516ab0d5');
INSERT INTO public.audit VALUES (28, 1796013469845, 'ISU-EPAZDYG0', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-EPAZDYG0","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_2","system":{"kind":"new","name":"System of test 2"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 2"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 2","userName":"ISU_Test_2"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-EPAZDYG0: permissions for the security group Group of test 2 (it contains the ISU ISU_Test_2)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', 'a4865bc3bd4ba64a3b84f9e8a3cc64d4e5f421b0e960cc17199e5b70516ab0d5', '71d5abd92717c9dca8386d26015eff01f1ea545e15b0b812e19b1adce15f3f64');
INSERT INTO public.audit VALUES (29, 1796013470145, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '71d5abd92717c9dca8386d26015eff01f1ea545e15b0b812e19b1adce15f3f64', '9e9037f8fd79e95804e25e60b8711ecdec0a571bbf1e7ab677a0bc5edd34e601');
INSERT INTO public.audit VALUES (30, 1796013470177, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_EPAZDYG0","systemWid":"876f36fb15e933dc3bb122cea3c53e81"}}', '9e9037f8fd79e95804e25e60b8711ecdec0a571bbf1e7ab677a0bc5edd34e601', '8d3b39f1b039c0e3713b685ce3002ddfe355ac5465d16b797a068c334920ba7b');
INSERT INTO public.audit VALUES (31, 1796013470299, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', '8d3b39f1b039c0e3713b685ce3002ddfe355ac5465d16b797a068c334920ba7b', '0959d31edc34ad3866ec1e348ad4c227102fc8ab355d34bd91e0eb180886b724');
INSERT INTO public.audit VALUES (34, 1796013471036, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-security-group","facts":{}}', 'f32afcfaa055517060607c47d57e53adef0cf7dd02a26c18e7b2d9604cc8ce74', '3f9404c48095f1f02c8018e78f17193e67184c9e28c9ce8c065f4d7d0ab5f304');
INSERT INTO public.audit VALUES (35, 1796013471181, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"add-group-member"}', '3f9404c48095f1f02c8018e78f17193e67184c9e28c9ce8c065f4d7d0ab5f304', 'bb16d11282945a5e9e6c1942e82b865a3ac86d83d68f88649720254d3bb44258');
INSERT INTO public.audit VALUES (36, 1796013471276, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"add-group-member","facts":{}}', 'bb16d11282945a5e9e6c1942e82b865a3ac86d83d68f88649720254d3bb44258', '78853e92171002c6be401a3a988b0d5ea08adfc32c363b9918b8eceb2dced4df');
INSERT INTO public.audit VALUES (37, 1796013471556, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"grant-permissions"}', '78853e92171002c6be401a3a988b0d5ea08adfc32c363b9918b8eceb2dced4df', '0a24f69ba316d1ac8f0037b4fa1d70d2040857d7abe94098af506414a35a8f9b');
INSERT INTO public.audit VALUES (38, 1796013471635, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"grant-permissions","facts":{}}', '0a24f69ba316d1ac8f0037b4fa1d70d2040857d7abe94098af506414a35a8f9b', '1502164fad83ea3e7dad4f353f7923d44d5ba500f2a1164dd07b90dd322dc4c0');
INSERT INTO public.audit VALUES (39, 1796013471760, 'ISU-EPAZDYG0', 'bot', 'approval-asked', '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:59b8ed9411cea150952dec49e042e93c4e8b5f7a97840cf8c3095e93371569ff","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013471748,"expiresAt":1796272671748},"unseen":[]}', '1502164fad83ea3e7dad4f353f7923d44d5ba500f2a1164dd07b90dd322dc4c0', '629222daa14bff4f70995761726f468c0c90dea99de1cc2d8d2b1855a4a14569');
INSERT INTO public.audit VALUES (40, 1796013471833, 'ISU-EPAZDYG0', 'T0ACME:UANN', 'closing', '{"kind":"closing","closing":{"kind":"withdrawn","by":"T0ACME:UANN"},"plan":[{"name":"revoke-permissions","hand":"runner","task":{"name":"revoke-permissions","groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"remove-group-member","hand":"runner","task":{"name":"remove-group-member","groupName":"Group of test 2","userName":"ISU_Test_2"}},{"name":"inactivate-security-group","hand":"runner","task":{"name":"inactivate-security-group","groupName":"Group of test 2"}},{"name":"scramble-user","hand":"api"}]}', '629222daa14bff4f70995761726f468c0c90dea99de1cc2d8d2b1855a4a14569', '5c511dbdf1f136950526274bc5208ef7eee7490c1ed13df92a5867b4a537b7dc');
INSERT INTO public.audit VALUES (41, 1796013471920, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"revoke-permissions"}', '5c511dbdf1f136950526274bc5208ef7eee7490c1ed13df92a5867b4a537b7dc', 'dd7776a66014967b3631a5d47e2090a7c9a10ee43746ab99adffdd1e1422e3eb');
INSERT INTO public.audit VALUES (42, 1796013472060, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"revoke-permissions","facts":{}}', 'dd7776a66014967b3631a5d47e2090a7c9a10ee43746ab99adffdd1e1422e3eb', 'c7944c028796dbc9d70866ec0ce82abbb219aec5c85e7848369f1e7ad88697f9');
INSERT INTO public.audit VALUES (43, 1796013472164, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"remove-group-member"}', 'c7944c028796dbc9d70866ec0ce82abbb219aec5c85e7848369f1e7ad88697f9', 'e36a3c69cf85be2f5301fe94d0beb7c0a7abcf1d30196432514b2aeed0d58fdf');
INSERT INTO public.audit VALUES (44, 1796013472392, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"remove-group-member","facts":{}}', 'e36a3c69cf85be2f5301fe94d0beb7c0a7abcf1d30196432514b2aeed0d58fdf', '60e990c7198e28152cf4a171ff8c61eaefcf1179896fe9013b6d0eb28fdd37d5');
INSERT INTO public.audit VALUES (45, 1796013472506, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"inactivate-security-group"}', '60e990c7198e28152cf4a171ff8c61eaefcf1179896fe9013b6d0eb28fdd37d5', '110949bd004c61fbc67bc242b38a813079ac3ada27bdc9a9943198103b07014b');
INSERT INTO public.audit VALUES (46, 1796013472606, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"inactivate-security-group","facts":{}}', '110949bd004c61fbc67bc242b38a813079ac3ada27bdc9a9943198103b07014b', 'e26f7ccd5904ee9ddf3de197c68baeb2621e0b8b7a0be86cac353bc842d643f5');
INSERT INTO public.audit VALUES (47, 1796013472720, 'ISU-EPAZDYG0', 'bot', 'step-begun', '{"kind":"step-begun","step":"scramble-user"}', 'e26f7ccd5904ee9ddf3de197c68baeb2621e0b8b7a0be86cac353bc842d643f5', '2ae9783ff73069c4b3876571cda82bf917df601ad75491c0e7017779f5fbcfd9');
INSERT INTO public.audit VALUES (48, 1796013472747, 'ISU-EPAZDYG0', 'bot', 'step-finished', '{"kind":"step-finished","step":"scramble-user","facts":{}}', '2ae9783ff73069c4b3876571cda82bf917df601ad75491c0e7017779f5fbcfd9', '21ffb37542833c2f165ec79053dac2ad465fb6a70a06f1c06ab0ba8e34448660');
INSERT INTO public.audit VALUES (49, 1796013472890, 'ISU-EPAZDYG0', 'bot', 'left-behind', '{"kind":"left-behind","item":{"what":"integration-system","words":"The integration system ISU_BOT_ISU_EPAZDYG0 (System of test 2) stays: Workday has no web service that deletes one. Delete it in Workday, or keep it."}}', '21ffb37542833c2f165ec79053dac2ad465fb6a70a06f1c06ab0ba8e34448660', '0659a0ee05d34cc00d1d7aa2242ceded6ec810f761f2a01e1bb23085dd52b308');
INSERT INTO public.audit VALUES (50, 1796013472890, 'ISU-EPAZDYG0', 'bot', 'left-behind', '{"kind":"left-behind","item":{"what":"account","words":"The account ISU_Test_2 stays: Workday has no web service that deletes one. Its password is known to nobody. Disable it in Workday."}}', '0659a0ee05d34cc00d1d7aa2242ceded6ec810f761f2a01e1bb23085dd52b308', '59dd801a1efe8e87ea27eeb7fe8335c8c0d38fe376cd534067a2cdd5e3bea393');
INSERT INTO public.audit VALUES (51, 1796013472890, 'ISU-EPAZDYG0', 'bot', 'left-behind', '{"kind":"left-behind","item":{"what":"security-group","words":"The security group Group of test 2 stays (inactive, without the user). Delete it in Workday when nothing needs it."}}', '59dd801a1efe8e87ea27eeb7fe8335c8c0d38fe376cd534067a2cdd5e3bea393', 'bfa39607c35ad4e9f2b461c7ec090198e34d9556edfdd785017e5d5d0c8858e0');
INSERT INTO public.audit VALUES (52, 1796013472890, 'ISU-EPAZDYG0', 'bot', 'ended', '{"kind":"ended"}', 'bfa39607c35ad4e9f2b461c7ec090198e34d9556edfdd785017e5d5d0c8858e0', '3fbcf0b07eab89f93419028022f05d98b958cc0d46172359fc24be4f6dff8c59');
INSERT INTO public.audit VALUES (55, 1796013473375, 'ISU-TWDFPQ51', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_TWDFPQ51","systemWid":"53d5f864fa2cd2c34fb4c57e2b476ccc"}}', '5c43cd8bf2b200bfc5e0124168ca04c1410a1dcc9281622e53dd5e8cfa056d9b', 'ebf2899c36d3c5a876c644e4671c5f05f53d40ddb15c9369f670d6b9cb013691');
INSERT INTO public.audit VALUES (56, 1796013473455, 'ISU-TWDFPQ51', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', 'ebf2899c36d3c5a876c644e4671c5f05f53d40ddb15c9369f670d6b9cb013691', '2c39648d2b33cd0e503bda539612d20357fb289a2a27611dc00a0b6b269ac042');
INSERT INTO public.audit VALUES (53, 1796013473117, 'ISU-TWDFPQ51', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-TWDFPQ51","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_3","system":{"kind":"new","name":"System of test 3"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 3","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 3"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 3","userName":"ISU_Test_3"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 3","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-TWDFPQ51: permissions for the security group Group of test 3 (it contains the ISU ISU_Test_3)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', '3fbcf0b07eab89f93419028022f05d98b958cc0d46172359fc24be4f6dff8c59', '210ddf5d91278d3098c6a9b7a30b1ab69d341a794b8b2d0e1c1b48fb6f938608');
INSERT INTO public.audit VALUES (54, 1796013473292, 'ISU-TWDFPQ51', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '210ddf5d91278d3098c6a9b7a30b1ab69d341a794b8b2d0e1c1b48fb6f938608', '5c43cd8bf2b200bfc5e0124168ca04c1410a1dcc9281622e53dd5e8cfa056d9b');
INSERT INTO public.audit VALUES (64, 1796013474305, 'ISU-TWDFPQ51', 'bot', 'approval-asked', '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:5b9354d56a6a4ebce00bb4db794f67f3ed79b25304f4eb04af15d27854da3c4d","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013474303,"expiresAt":1796272674303},"unseen":[]}', '2f865f31b4650c321bb26fb4b1971c929f4270db319e9c8d26f1e9d046ead1ea', '5909815e7672612f1df12de0a135e001a501309331585ca77dc2ba0d3e568abc');
INSERT INTO public.audit VALUES (81, 1796013477098, 'ISU-CF9FFVNF', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-security-group"}', '0a4d4d85aed98e64846ae05521d882c7e6b37a651754a57a1e7ec25b7865bff4', '73a39c2ae6439765bd4c3e6dbf39928b83d111ca703849d1fb7630cde44455ea');
INSERT INTO public.audit VALUES (82, 1796013477207, 'ISU-CF9FFVNF', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-security-group","facts":{}}', '73a39c2ae6439765bd4c3e6dbf39928b83d111ca703849d1fb7630cde44455ea', '31c360250ea1b852b7bd89a1d27d8a32d507413fae70dca75bdcdc378eb0a361');
INSERT INTO public.audit VALUES (83, 1796013477271, 'ISU-CF9FFVNF', 'bot', 'step-begun', '{"kind":"step-begun","step":"add-group-member"}', '31c360250ea1b852b7bd89a1d27d8a32d507413fae70dca75bdcdc378eb0a361', 'cc211cd8f18cd4c4f618ade1a9870c17079ed248bbd91e8d6e044d1fab0159db');
INSERT INTO public.audit VALUES (84, 1796013477353, 'ISU-CF9FFVNF', 'bot', 'step-finished', '{"kind":"step-finished","step":"add-group-member","facts":{}}', 'cc211cd8f18cd4c4f618ade1a9870c17079ed248bbd91e8d6e044d1fab0159db', '93aadc7a10040b5d4b11f50ec34642ecd38ac8c2127e9389df6f40007ee929d4');
INSERT INTO public.audit VALUES (85, 1796013477429, 'ISU-CF9FFVNF', 'bot', 'step-begun', '{"kind":"step-begun","step":"grant-permissions"}', '93aadc7a10040b5d4b11f50ec34642ecd38ac8c2127e9389df6f40007ee929d4', 'b0eabe08829e22a102bb6b04e84982c073331af574c42431284d35f4098e2db5');
INSERT INTO public.audit VALUES (57, 1796013473506, 'ISU-TWDFPQ51', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"53d5f864fa2cd2c34fb4c57e2b476ccc","userWid":"ef2ec201da69276ae7b5e55d9f1e7a4f","references":{"system":[{"type":"WID","id":"53d5f864fa2cd2c34fb4c57e2b476ccc"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_TWDFPQ51"}],"user":[{"type":"WID","id":"ef2ec201da69276ae7b5e55d9f1e7a4f"},{"type":"System_User_ID","id":"ISU_Test_3"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/ef2ec201da69276ae7b5e55d9f1e7a4f"},{"type":"System_User_OpenID_Connect_Internal","id":"d12a7c7c737c513f806c952e"},{"type":"System_User_OpenID_Internal","id":"393b57fa45b73104c1b42003"},{"type":"WorkdayUserName","id":"ISU_Test_3"}]}}}', '2c39648d2b33cd0e503bda539612d20357fb289a2a27611dc00a0b6b269ac042', '33dd9cf7b59595394418018fab58c2ecaa09688675e1e766b775c18b7a91a8b8');
INSERT INTO public.audit VALUES (58, 1796013473570, 'ISU-TWDFPQ51', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-security-group"}', '33dd9cf7b59595394418018fab58c2ecaa09688675e1e766b775c18b7a91a8b8', 'f767f8d354857a002dc8d1a4fac16caec52675ab79a238ad3d176557653ea790');
INSERT INTO public.audit VALUES (59, 1796013473662, 'ISU-TWDFPQ51', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-security-group","facts":{}}', 'f767f8d354857a002dc8d1a4fac16caec52675ab79a238ad3d176557653ea790', '37c1166664c9289146dadba0c5c0c889bc94026f66b3c615000f8f398a00c653');
INSERT INTO public.audit VALUES (60, 1796013473790, 'ISU-TWDFPQ51', 'bot', 'step-begun', '{"kind":"step-begun","step":"add-group-member"}', '37c1166664c9289146dadba0c5c0c889bc94026f66b3c615000f8f398a00c653', 'd54e360ca6a797fb44bec26b760713a1c45de3f374a0def6d34fb489cc7fcc50');
INSERT INTO public.audit VALUES (61, 1796013473876, 'ISU-TWDFPQ51', 'bot', 'step-finished', '{"kind":"step-finished","step":"add-group-member","facts":{}}', 'd54e360ca6a797fb44bec26b760713a1c45de3f374a0def6d34fb489cc7fcc50', 'c59f420ceed5e92e45a8ae6006e1cf77874e1f41d21b22bd97a1ac994c4efbbb');
INSERT INTO public.audit VALUES (62, 1796013473996, 'ISU-TWDFPQ51', 'bot', 'step-begun', '{"kind":"step-begun","step":"grant-permissions"}', 'c59f420ceed5e92e45a8ae6006e1cf77874e1f41d21b22bd97a1ac994c4efbbb', 'a1e2549db4c982ba910b5c46dcedccb63df71870565d9abc5e3031f90ab2ed24');
INSERT INTO public.audit VALUES (63, 1796013474085, 'ISU-TWDFPQ51', 'bot', 'step-finished', '{"kind":"step-finished","step":"grant-permissions","facts":{}}', 'a1e2549db4c982ba910b5c46dcedccb63df71870565d9abc5e3031f90ab2ed24', '2f865f31b4650c321bb26fb4b1971c929f4270db319e9c8d26f1e9d046ead1ea');
INSERT INTO public.audit VALUES (65, 1796013474558, 'ISU-K6CN5PYV', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-K6CN5PYV","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_4","system":{"kind":"new","name":"System of test 4"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 4","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 4"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 4","userName":"ISU_Test_4"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 4","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-K6CN5PYV: permissions for the security group Group of test 4 (it contains the ISU ISU_Test_4)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', '5909815e7672612f1df12de0a135e001a501309331585ca77dc2ba0d3e568abc', '5dff8695a036383b1f5ddd1bbc968514676fb6c0e27a985dc8488147628e7f21');
INSERT INTO public.audit VALUES (66, 1796013474811, 'ISU-K6CN5PYV', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '5dff8695a036383b1f5ddd1bbc968514676fb6c0e27a985dc8488147628e7f21', 'c30f4f8d5eb0a6ffb800e00eaacb8cfe73ead771988f2514713be2ef1628a299');
INSERT INTO public.audit VALUES (67, 1796013474881, 'ISU-K6CN5PYV', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_K6CN5PYV","systemWid":"32200625b1c9fbe6ac970cda6ec17b18"}}', 'c30f4f8d5eb0a6ffb800e00eaacb8cfe73ead771988f2514713be2ef1628a299', '06d853102398e4340f98db735dded21dc61e5a89a81fd2d41498c170bbb661bd');
INSERT INTO public.audit VALUES (68, 1796013475025, 'ISU-K6CN5PYV', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', '06d853102398e4340f98db735dded21dc61e5a89a81fd2d41498c170bbb661bd', '8501adf66d3efd1c07ac0c580866d77ecce1ca295fde0896bc22c851f5b71ecd');
INSERT INTO public.audit VALUES (69, 1796013475088, 'ISU-K6CN5PYV', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"32200625b1c9fbe6ac970cda6ec17b18","userWid":"63257ac0209e6330f5c7761eb84e29fd","references":{"system":[{"type":"WID","id":"32200625b1c9fbe6ac970cda6ec17b18"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_K6CN5PYV"}],"user":[{"type":"WID","id":"63257ac0209e6330f5c7761eb84e29fd"},{"type":"System_User_ID","id":"ISU_Test_4"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/63257ac0209e6330f5c7761eb84e29fd"},{"type":"System_User_OpenID_Connect_Internal","id":"501c5299cafeb495ead541dc"},{"type":"System_User_OpenID_Internal","id":"cfca9c3c810b04f464787b31"},{"type":"WorkdayUserName","id":"ISU_Test_4"}]}}}', '8501adf66d3efd1c07ac0c580866d77ecce1ca295fde0896bc22c851f5b71ecd', '9f8ada420e49e3d88e2ce0b3bead6c502f86fd2f5f8ec8e1c620ae2003a5df5d');
INSERT INTO public.audit VALUES (70, 1796013475421, 'ISU-K6CN5PYV', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-security-group"}', '9f8ada420e49e3d88e2ce0b3bead6c502f86fd2f5f8ec8e1c620ae2003a5df5d', 'c0fd5d497e3857053e74b67615e794ca01172203372fa2d5e23f8393f65f42f1');
INSERT INTO public.audit VALUES (71, 1796013475534, 'ISU-K6CN5PYV', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-security-group","facts":{}}', 'c0fd5d497e3857053e74b67615e794ca01172203372fa2d5e23f8393f65f42f1', '0910ce2fa3e878764d0a3baa304f0a2b5b9a5b74565166df9c6308155f0f7666');
INSERT INTO public.audit VALUES (72, 1796013475638, 'ISU-K6CN5PYV', 'bot', 'step-begun', '{"kind":"step-begun","step":"add-group-member"}', '0910ce2fa3e878764d0a3baa304f0a2b5b9a5b74565166df9c6308155f0f7666', '2f6305fad5b9f2c3ad9b5b576591b72e01f7e28db2a2aa6323d2fb9f7807510b');
INSERT INTO public.audit VALUES (73, 1796013475756, 'ISU-K6CN5PYV', 'bot', 'step-finished', '{"kind":"step-finished","step":"add-group-member","facts":{}}', '2f6305fad5b9f2c3ad9b5b576591b72e01f7e28db2a2aa6323d2fb9f7807510b', '3c9fdaf194ec550c599df002bfd58d55fad9100a7ad08fd2b283d2e6ed2ab80a');
INSERT INTO public.audit VALUES (74, 1796013475993, 'ISU-K6CN5PYV', 'bot', 'step-begun', '{"kind":"step-begun","step":"grant-permissions"}', '3c9fdaf194ec550c599df002bfd58d55fad9100a7ad08fd2b283d2e6ed2ab80a', '9584d7d78ddb8138085a948ab254210676b1c48e7937c0d35434502d0d6e01f5');
INSERT INTO public.audit VALUES (75, 1796013476087, 'ISU-K6CN5PYV', 'bot', 'step-failed', '{"kind":"step-failed","step":"grant-permissions","words":"The runner could not do it: The robot lost its session.","isAnswered":true,"expiresAt":1796272676087}', '9584d7d78ddb8138085a948ab254210676b1c48e7937c0d35434502d0d6e01f5', 'f893db29d9f261e74cbd6861bac2969467510ca689a1447bc5f4fc584381e4cd');
INSERT INTO public.audit VALUES (76, 1796013476660, 'ISU-CF9FFVNF', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-CF9FFVNF","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_5","system":{"kind":"new","name":"System of test 5"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 5","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 5"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 5","userName":"ISU_Test_5"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 5","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-CF9FFVNF: permissions for the security group Group of test 5 (it contains the ISU ISU_Test_5)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', 'f893db29d9f261e74cbd6861bac2969467510ca689a1447bc5f4fc584381e4cd', '93c9e3cbbf9110cbe6f8fe2f96f409558e0d3b2992c94ac077f4e3d110806680');
INSERT INTO public.audit VALUES (77, 1796013476874, 'ISU-CF9FFVNF', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '93c9e3cbbf9110cbe6f8fe2f96f409558e0d3b2992c94ac077f4e3d110806680', 'a685bb9fdb6f8605e2913de21c5e9abf0adf2157acbf7c7de3b674dfc8635333');
INSERT INTO public.audit VALUES (78, 1796013476892, 'ISU-CF9FFVNF', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_CF9FFVNF","systemWid":"4d77b211ee35fa0e5e388768dcb7c05a"}}', 'a685bb9fdb6f8605e2913de21c5e9abf0adf2157acbf7c7de3b674dfc8635333', '5332164be90f2bbdca5411bf1bf37850550cfa7b9fb06814b02baba4e497ab84');
INSERT INTO public.audit VALUES (79, 1796013476950, 'ISU-CF9FFVNF', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', '5332164be90f2bbdca5411bf1bf37850550cfa7b9fb06814b02baba4e497ab84', '52ff6ef1280eb60c04ccbcbf17a32287786bdedf95b5e0628052f49d0cdee449');
INSERT INTO public.audit VALUES (80, 1796013476990, 'ISU-CF9FFVNF', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"4d77b211ee35fa0e5e388768dcb7c05a","userWid":"18930765d35e62b143c23530cea11b7f","references":{"system":[{"type":"WID","id":"4d77b211ee35fa0e5e388768dcb7c05a"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_CF9FFVNF"}],"user":[{"type":"WID","id":"18930765d35e62b143c23530cea11b7f"},{"type":"System_User_ID","id":"ISU_Test_5"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/18930765d35e62b143c23530cea11b7f"},{"type":"System_User_OpenID_Connect_Internal","id":"a553150991137c9df0acdedd"},{"type":"System_User_OpenID_Internal","id":"c1630010638032e06ca89cfe"},{"type":"WorkdayUserName","id":"ISU_Test_5"}]}}}', '52ff6ef1280eb60c04ccbcbf17a32287786bdedf95b5e0628052f49d0cdee449', '0a4d4d85aed98e64846ae05521d882c7e6b37a651754a57a1e7ec25b7865bff4');
INSERT INTO public.audit VALUES (86, 1796013477576, 'ISU-CF9FFVNF', 'bot', 'step-finished', '{"kind":"step-finished","step":"grant-permissions","facts":{}}', 'b0eabe08829e22a102bb6b04e84982c073331af574c42431284d35f4098e2db5', '6bcfd38b9ed9bcff7ae4549268aea90737a09a935bf66398b1e3361f834402b3');
INSERT INTO public.audit VALUES (87, 1796013477972, 'ISU-CF9FFVNF', 'bot', 'approval-asked', '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013477960,"expiresAt":1796272677960},"unseen":[]}', '6bcfd38b9ed9bcff7ae4549268aea90737a09a935bf66398b1e3361f834402b3', '67341b0159d1e4d7e601508313d4b8be2c1c151a7737efa160c08aa1a211dd66');
INSERT INTO public.audit VALUES (88, 1796013478166, 'DEL-R44X4G9C', 'T0ACME:UBOB', 'delegated', '{"id":"DEL-R44X4G9C","tenant":"acme_dpt1","to":"T0ACME:UCY","from":1795996800000,"until":1796947200000,"reason":"Skiing","by":"T0ACME:UBOB"}', '67341b0159d1e4d7e601508313d4b8be2c1c151a7737efa160c08aa1a211dd66', '052fc08095fabc0c32359e1da9d53b0c7ce0a5d80f28a89af76b705be6a047ec');
INSERT INTO public.audit VALUES (89, 1796013483596, 'ISU-CF9FFVNF', 'T0ACME:UEVE', 'approved', '{"kind":"approved","by":"T0ACME:UEVE","digest":"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}', '052fc08095fabc0c32359e1da9d53b0c7ce0a5d80f28a89af76b705be6a047ec', '493379152478b0718a4ed32a0eeca1b7186d27738023b1243818fd5cd7dff3cc');
INSERT INTO public.audit VALUES (90, 1796013483700, 'ISU-CF9FFVNF', 'bot', 'window-awaited', '{"kind":"window-awaited","opensAt":1796169600000}', '493379152478b0718a4ed32a0eeca1b7186d27738023b1243818fd5cd7dff3cc', '61a69f645910bef773d3674693ebf9c16edd8be6870cab69a29219eb94755fe7');
INSERT INTO public.audit VALUES (91, 1796013484072, 'ISU-VXYM7WC9', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-VXYM7WC9","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_6","system":{"kind":"new","name":"System of test 6"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 6","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"person","task":{"name":"create-security-group","groupName":"Group of test 6"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 6","userName":"ISU_Test_6"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 6","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-VXYM7WC9: permissions for the security group Group of test 6 (it contains the ISU ISU_Test_6)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', '61a69f645910bef773d3674693ebf9c16edd8be6870cab69a29219eb94755fe7', '661d642fbe20be8cb44c20158dc76d93cef6edcc7cb7cf234df0a45dc12f24a9');
INSERT INTO public.audit VALUES (92, 1796013484227, 'ISU-VXYM7WC9', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '661d642fbe20be8cb44c20158dc76d93cef6edcc7cb7cf234df0a45dc12f24a9', 'c25081e973650ea99ed56b24c84a5cc14469ed752a28f03d1a198bfe8ee5db2f');
INSERT INTO public.audit VALUES (93, 1796013484250, 'ISU-VXYM7WC9', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_VXYM7WC9","systemWid":"ca6ab693b01a8b1e1afe7c516a852427"}}', 'c25081e973650ea99ed56b24c84a5cc14469ed752a28f03d1a198bfe8ee5db2f', '582b3126d75bd4cf130b1922da3cd769584a17102d361f9b5f28e66e9ef7a95a');
INSERT INTO public.audit VALUES (94, 1796013484307, 'ISU-VXYM7WC9', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', '582b3126d75bd4cf130b1922da3cd769584a17102d361f9b5f28e66e9ef7a95a', '5118aa116c1cb8b90f4b6c12f8794a979e291f2407e7d0ffc46c00dabcd171b2');
INSERT INTO public.audit VALUES (95, 1796013484378, 'ISU-VXYM7WC9', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"ca6ab693b01a8b1e1afe7c516a852427","userWid":"bbc033aed6ab562e3a5414c36a505831","references":{"system":[{"type":"WID","id":"ca6ab693b01a8b1e1afe7c516a852427"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_VXYM7WC9"}],"user":[{"type":"WID","id":"bbc033aed6ab562e3a5414c36a505831"},{"type":"System_User_ID","id":"ISU_Test_6"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/bbc033aed6ab562e3a5414c36a505831"},{"type":"System_User_OpenID_Connect_Internal","id":"fc76277cf9fd6a900f040931"},{"type":"System_User_OpenID_Internal","id":"890e729d81b0ea64c6b03002"},{"type":"WorkdayUserName","id":"ISU_Test_6"}]}}}', '5118aa116c1cb8b90f4b6c12f8794a979e291f2407e7d0ffc46c00dabcd171b2', '5a6842e246695e198a71bfdf61c9672ce1ac7ec41285599b76e09ad31958fa20');
INSERT INTO public.audit VALUES (96, 1796013484427, 'ISU-VXYM7WC9', 'bot', 'handed-over', '{"kind":"handed-over","step":"create-security-group","expiresAt":1796272684427}', '5a6842e246695e198a71bfdf61c9672ce1ac7ec41285599b76e09ad31958fa20', '31d85c56fe65326cd381d8a4b5549e8338ba22f1e7332676a805426ae9296741');
INSERT INTO public.audit VALUES (97, 1796013487532, NULL, 'operator', 'passkey-code-issued', '{"tenant":"acme_dpt1","person":"T0ACME:UBOB","operator":"root@vm"}', '31d85c56fe65326cd381d8a4b5549e8338ba22f1e7332676a805426ae9296741', '559cdc0056020a9f0de0cb2a72e340aa4c5608a76b55dcc89c0cd0552002bb6a');
INSERT INTO public.audit VALUES (98, 1796013487944, NULL, 'T0ACME:UBOB', 'passkey-enrolled', '{"tenant":"acme_dpt1","person":"T0ACME:UBOB","credential":"Ip5LV9qDExNV772-qyi4BXZRNHbK-DcFSLDxbC4sw4I"}', '559cdc0056020a9f0de0cb2a72e340aa4c5608a76b55dcc89c0cd0552002bb6a', '7a0b8f86e12da489d278aa0c0ee9cda6f4425d9a4db4127623a7c31dd4b9e9b8');
INSERT INTO public.audit VALUES (99, 1796013491567, NULL, 'operator', 'passkey-code-issued', '{"tenant":"acme_dpt1","person":"T0ACME:UEVE","operator":"root@vm"}', '7a0b8f86e12da489d278aa0c0ee9cda6f4425d9a4db4127623a7c31dd4b9e9b8', 'c940fab4a49b5503f46f1803c304a5994fc53dacb69ade3bfa9a69bf22d6eff8');
INSERT INTO public.audit VALUES (100, 1796013491955, NULL, 'T0ACME:UEVE', 'passkey-enrolled', '{"tenant":"acme_dpt1","person":"T0ACME:UEVE","credential":"xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM"}', 'c940fab4a49b5503f46f1803c304a5994fc53dacb69ade3bfa9a69bf22d6eff8', '2362ec1dd9c2f1e046ae94ab5457dce4c03e5e598710e0eaba9c488fa340359e');
INSERT INTO public.audit VALUES (101, 1796013492295, 'ISU-AY9MR13J', 'T0ACME:UANN', 'opened', '{"kind":"opened","id":"ISU-AY9MR13J","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_7","system":{"kind":"new","name":"System of test 7"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 7","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"person","task":{"name":"create-security-group","groupName":"Group of test 7"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 7","userName":"ISU_Test_7"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 7","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-AY9MR13J: permissions for the security group Group of test 7 (it contains the ISU ISU_Test_7)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}', '2362ec1dd9c2f1e046ae94ab5457dce4c03e5e598710e0eaba9c488fa340359e', '15a160a10d7bcacd247ca138f2987fea69f1517d10fdd30491ae9a51ba2d9aba');
INSERT INTO public.audit VALUES (102, 1796013492473, 'ISU-AY9MR13J', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-integration-system"}', '15a160a10d7bcacd247ca138f2987fea69f1517d10fdd30491ae9a51ba2d9aba', 'ec7c469ed357daa4ffa15a8e9c3343987cc18556db903891381eaf65525f9001');
INSERT INTO public.audit VALUES (103, 1796013492500, 'ISU-AY9MR13J', 'bot', 'step-finished', '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_AY9MR13J","systemWid":"56695852dcb47244cfa25d8c14d6a25d"}}', 'ec7c469ed357daa4ffa15a8e9c3343987cc18556db903891381eaf65525f9001', '4cacd8df20eac28b37380a74d3e18268eb5fcad8f882e55d12568409b551ce78');
INSERT INTO public.audit VALUES (104, 1796013492564, 'ISU-AY9MR13J', 'bot', 'step-begun', '{"kind":"step-begun","step":"create-user"}', '4cacd8df20eac28b37380a74d3e18268eb5fcad8f882e55d12568409b551ce78', '72d32990e788f988b14ec725ef3b3cdd5d3e720cc98e8a302ae1a37836c12b62');
INSERT INTO public.audit VALUES (105, 1796013496057, NULL, 'operator', 'passkey-revoked', '{"tenant":"acme_dpt1","person":"T0ACME:UEVE","credential":"xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM","why":"removed","operator":"root@vm"}', '72d32990e788f988b14ec725ef3b3cdd5d3e720cc98e8a302ae1a37836c12b62', '901b174e6d0544559d79ef765fe90f81fd807ddea00a72f95284308d96af5717');

INSERT INTO public.audit_head VALUES (true, 105, '901b174e6d0544559d79ef765fe90f81fd807ddea00a72f95284308d96af5717');

INSERT INTO public.delegation VALUES ('DEL-R44X4G9C', 'acme_dpt1', 'T0ACME:UBOB', 'T0ACME:UCY', 1795996800000, 1796947200000, '"Skiing"', NULL);

INSERT INTO public.draft VALUES ('ISU-EVJQHN8N', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_1","newSystem":"System of test 1","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 1","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:37:46.438878+00');
INSERT INTO public.draft VALUES ('ISU-EPAZDYG0', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_2","newSystem":"System of test 2","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 2","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:37:49.60887+00');
INSERT INTO public.draft VALUES ('ISU-TWDFPQ51', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_3","newSystem":"System of test 3","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 3","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:37:53.004662+00');
INSERT INTO public.draft VALUES ('ISU-K6CN5PYV', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_4","newSystem":"System of test 4","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 4","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:37:54.445055+00');
INSERT INTO public.draft VALUES ('ISU-CF9FFVNF', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_5","newSystem":"System of test 5","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 5","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:37:56.431925+00');
INSERT INTO public.draft VALUES ('ISU-VXYM7WC9', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_6","newSystem":"System of test 6","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 6","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:38:03.812254+00');
INSERT INTO public.draft VALUES ('ISU-AY9MR13J', 'T0ACME:UANN', '{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","ticket":"","recipe":"viva-learning","userName":"ISU_Test_7","newSystem":"System of test 7","sessionTimeoutMinutes":"0","doNotAllowUiSessions":true,"groupName":"Group of test 7","domains":{"Get":"Reports: Learning Record\nManage: Learning Content\nWorker Data: Active and Terminated Workers\nWorker Data: Current staffing information\nWorkday Accounts","Put":"","View":"","Modify":""}}', '2026-11-30 04:38:12.193077+00');

INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 1, 1796013466688, 'opened', 0, '{"kind":"opened","id":"ISU-EVJQHN8N","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_1","system":{"kind":"new","name":"System of test 1"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 1","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 1"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 1","userName":"ISU_Test_1"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 1","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-EVJQHN8N: permissions for the security group Group of test 1 (it contains the ISU ISU_Test_1)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 2, 1796013466926, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 3, 1796013467118, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_EVJQHN8N","systemWid":"ff9ac7bc433d8b63a6812d5656da8eeb"}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 4, 1796013467269, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 5, 1796013467321, '4: finish create-user', 0, '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"ff9ac7bc433d8b63a6812d5656da8eeb","userWid":"041739aa3f10e732863db7424927b7b7","references":{"system":[{"type":"WID","id":"ff9ac7bc433d8b63a6812d5656da8eeb"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EVJQHN8N"}],"user":[{"type":"WID","id":"041739aa3f10e732863db7424927b7b7"},{"type":"System_User_ID","id":"ISU_Test_1"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/041739aa3f10e732863db7424927b7b7"},{"type":"System_User_OpenID_Connect_Internal","id":"83cd2d55a94544f29b1fc7a2"},{"type":"System_User_OpenID_Internal","id":"1ac497f8fd54391d22b4894e"},{"type":"WorkdayUserName","id":"ISU_Test_1"}]}}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 6, 1796013467401, '5: begin create-security-group', 0, '{"kind":"step-begun","step":"create-security-group"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 7, 1796013467489, '6: finish create-security-group', 0, '{"kind":"step-finished","step":"create-security-group","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 8, 1796013467568, '7: begin add-group-member', 0, '{"kind":"step-begun","step":"add-group-member"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 9, 1796013467648, '8: finish add-group-member', 0, '{"kind":"step-finished","step":"add-group-member","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 10, 1796013467731, '9: begin grant-permissions', 0, '{"kind":"step-begun","step":"grant-permissions"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 11, 1796013467815, '10: finish grant-permissions', 0, '{"kind":"step-finished","step":"grant-permissions","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 12, 1796013467957, '11: ask approval', 0, '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 1","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013467949,"expiresAt":1796272667949},"unseen":[]}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 13, 1796013468304, 'click passkey sha256:30c5373df04b38f6fd406d84bcc6738ab9ff7e4d15b7f5848b9d484bc124e765', 0, '{"kind":"approved","by":"T0ACME:UEVE","digest":"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 14, 1796013468441, '13: begin activate', 0, '{"kind":"step-begun","step":"activate","before":{"kind":"seen","lines":"206f85ec70796dd5167799d33f0b0c0105866ac6d388c6c1275dc07b7ad88be4765122b9780dd225e0aa10a4c26997e4cec9dda9ffc30b57b0c223cc0855c01f2540fcb1df88f02b63f0510bb4512e48f1d8f4a0","activatedAt":1767600000000}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 15, 1796013468558, '14: finish activate', 0, '{"kind":"step-finished","step":"activate","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 16, 1796013468685, '15: went live', 0, '{"kind":"went-live","live":{"kind":"seen","shown":{"count":0,"lines":[]},"strange":{"count":0,"lines":[]},"gone":0,"uncompared":0,"isShared":false}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 17, 1796013468802, '16: begin issue-credential', 0, '{"kind":"step-begun","step":"issue-credential"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 18, 1796013468958, '17: finish issue-credential', 0, '{"kind":"step-finished","step":"issue-credential","facts":{"references":{"system":[{"type":"WID","id":"ff9ac7bc433d8b63a6812d5656da8eeb"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EVJQHN8N"}],"user":[{"type":"WID","id":"041739aa3f10e732863db7424927b7b7"},{"type":"System_User_ID","id":"ISU_Test_1"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/041739aa3f10e732863db7424927b7b7"},{"type":"System_User_OpenID_Connect_Internal","id":"83cd2d55a94544f29b1fc7a2"},{"type":"System_User_OpenID_Internal","id":"1ac497f8fd54391d22b4894e"},{"type":"WorkdayUserName","id":"ISU_Test_1"}]},"secret":{"name":"workday-isu-acme-dpt1-isu-test-1-password-4900247b0d11","version":"d7ad4bb778c606cf20d4e790a90da4f3","url":"http://127.0.0.1:39623/secrets/workday-isu-acme-dpt1-isu-test-1-password-4900247b0d11","versionedUrl":"http://127.0.0.1:39623/secrets/workday-isu-acme-dpt1-isu-test-1-password-4900247b0d11/d7ad4bb778c606cf20d4e790a90da4f3"},"probes":[{"kind":"not-probed","domain":"Reports: Learning Record","access":"Get"},{"kind":"verified","domain":"Manage: Learning Content","operation":"Get_Learning_Topics"},{"kind":"verified","domain":"Worker Data: Active and Terminated Workers","operation":"Get_Workers"},{"kind":"verified","domain":"Worker Data: Current staffing information","operation":"Get_Workers"},{"kind":"not-probed","domain":"Workday Accounts","access":"Get"}]}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 19, 1796013469151, '18: begin verify', 0, '{"kind":"step-begun","step":"verify"}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 20, 1796013469201, '19: finish verify', 0, '{"kind":"step-finished","step":"verify","facts":{"verification":{"outcome":"verified","items":[]}}}');
INSERT INTO public.event VALUES ('ISU-EVJQHN8N', 21, 1796013469430, '20: finish', 0, '{"kind":"done","verification":{"outcome":"verified","items":[]}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 1, 1796013469845, 'opened', 0, '{"kind":"opened","id":"ISU-EPAZDYG0","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_2","system":{"kind":"new","name":"System of test 2"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 2"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 2","userName":"ISU_Test_2"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-EPAZDYG0: permissions for the security group Group of test 2 (it contains the ISU ISU_Test_2)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 2, 1796013470145, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 3, 1796013470177, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_EPAZDYG0","systemWid":"876f36fb15e933dc3bb122cea3c53e81"}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 4, 1796013470299, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 5, 1796013470491, '4: finish create-user', 0, '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"876f36fb15e933dc3bb122cea3c53e81","userWid":"8ba3e3818997f39a827fac13d5a537bd","references":{"system":[{"type":"WID","id":"876f36fb15e933dc3bb122cea3c53e81"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_EPAZDYG0"}],"user":[{"type":"WID","id":"8ba3e3818997f39a827fac13d5a537bd"},{"type":"System_User_ID","id":"ISU_Test_2"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/8ba3e3818997f39a827fac13d5a537bd"},{"type":"System_User_OpenID_Connect_Internal","id":"746d8a482f88517b40810d20"},{"type":"System_User_OpenID_Internal","id":"525079811704302ac15064cc"},{"type":"WorkdayUserName","id":"ISU_Test_2"}]}}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 6, 1796013470953, '5: begin create-security-group', 0, '{"kind":"step-begun","step":"create-security-group"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 7, 1796013471036, '6: finish create-security-group', 0, '{"kind":"step-finished","step":"create-security-group","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 8, 1796013471181, '7: begin add-group-member', 0, '{"kind":"step-begun","step":"add-group-member"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 9, 1796013471276, '8: finish add-group-member', 0, '{"kind":"step-finished","step":"add-group-member","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 10, 1796013471556, '9: begin grant-permissions', 0, '{"kind":"step-begun","step":"grant-permissions"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 11, 1796013471635, '10: finish grant-permissions', 0, '{"kind":"step-finished","step":"grant-permissions","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 12, 1796013471760, '11: ask approval', 0, '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:59b8ed9411cea150952dec49e042e93c4e8b5f7a97840cf8c3095e93371569ff","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 2","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013471748,"expiresAt":1796272671748},"unseen":[]}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 13, 1796013471833, 'click T0ACME:UANN:1796013471.793000:withdraw', 0, '{"kind":"closing","closing":{"kind":"withdrawn","by":"T0ACME:UANN"},"plan":[{"name":"revoke-permissions","hand":"runner","task":{"name":"revoke-permissions","groupName":"Group of test 2","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"remove-group-member","hand":"runner","task":{"name":"remove-group-member","groupName":"Group of test 2","userName":"ISU_Test_2"}},{"name":"inactivate-security-group","hand":"runner","task":{"name":"inactivate-security-group","groupName":"Group of test 2"}},{"name":"scramble-user","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 14, 1796013471920, '13: begin revoke-permissions', 0, '{"kind":"step-begun","step":"revoke-permissions"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 15, 1796013472060, '14: finish revoke-permissions', 0, '{"kind":"step-finished","step":"revoke-permissions","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 16, 1796013472164, '15: begin remove-group-member', 0, '{"kind":"step-begun","step":"remove-group-member"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 17, 1796013472392, '16: finish remove-group-member', 0, '{"kind":"step-finished","step":"remove-group-member","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 18, 1796013472506, '17: begin inactivate-security-group', 0, '{"kind":"step-begun","step":"inactivate-security-group"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 19, 1796013472606, '18: finish inactivate-security-group', 0, '{"kind":"step-finished","step":"inactivate-security-group","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 20, 1796013472720, '19: begin scramble-user', 0, '{"kind":"step-begun","step":"scramble-user"}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 21, 1796013472747, '20: finish scramble-user', 0, '{"kind":"step-finished","step":"scramble-user","facts":{}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 22, 1796013472890, '21: end', 0, '{"kind":"left-behind","item":{"what":"integration-system","words":"The integration system ISU_BOT_ISU_EPAZDYG0 (System of test 2) stays: Workday has no web service that deletes one. Delete it in Workday, or keep it."}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 23, 1796013472890, '21: end', 1, '{"kind":"left-behind","item":{"what":"account","words":"The account ISU_Test_2 stays: Workday has no web service that deletes one. Its password is known to nobody. Disable it in Workday."}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 24, 1796013472890, '21: end', 2, '{"kind":"left-behind","item":{"what":"security-group","words":"The security group Group of test 2 stays (inactive, without the user). Delete it in Workday when nothing needs it."}}');
INSERT INTO public.event VALUES ('ISU-EPAZDYG0', 25, 1796013472890, '21: end', 3, '{"kind":"ended"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 1, 1796013473117, 'opened', 0, '{"kind":"opened","id":"ISU-TWDFPQ51","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_3","system":{"kind":"new","name":"System of test 3"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 3","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 3"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 3","userName":"ISU_Test_3"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 3","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-TWDFPQ51: permissions for the security group Group of test 3 (it contains the ISU ISU_Test_3)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 2, 1796013473292, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 12, 1796013474305, '11: ask approval', 0, '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:5b9354d56a6a4ebce00bb4db794f67f3ed79b25304f4eb04af15d27854da3c4d","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013474303,"expiresAt":1796272674303},"unseen":[]}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 6, 1796013477098, '5: begin create-security-group', 0, '{"kind":"step-begun","step":"create-security-group"}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 7, 1796013477207, '6: finish create-security-group', 0, '{"kind":"step-finished","step":"create-security-group","facts":{}}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 8, 1796013477271, '7: begin add-group-member', 0, '{"kind":"step-begun","step":"add-group-member"}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 9, 1796013477353, '8: finish add-group-member', 0, '{"kind":"step-finished","step":"add-group-member","facts":{}}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 10, 1796013477429, '9: begin grant-permissions', 0, '{"kind":"step-begun","step":"grant-permissions"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 3, 1796013473375, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_TWDFPQ51","systemWid":"53d5f864fa2cd2c34fb4c57e2b476ccc"}}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 4, 1796013473455, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 5, 1796013473506, '4: finish create-user', 0, '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"53d5f864fa2cd2c34fb4c57e2b476ccc","userWid":"ef2ec201da69276ae7b5e55d9f1e7a4f","references":{"system":[{"type":"WID","id":"53d5f864fa2cd2c34fb4c57e2b476ccc"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_TWDFPQ51"}],"user":[{"type":"WID","id":"ef2ec201da69276ae7b5e55d9f1e7a4f"},{"type":"System_User_ID","id":"ISU_Test_3"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/ef2ec201da69276ae7b5e55d9f1e7a4f"},{"type":"System_User_OpenID_Connect_Internal","id":"d12a7c7c737c513f806c952e"},{"type":"System_User_OpenID_Internal","id":"393b57fa45b73104c1b42003"},{"type":"WorkdayUserName","id":"ISU_Test_3"}]}}}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 6, 1796013473570, '5: begin create-security-group', 0, '{"kind":"step-begun","step":"create-security-group"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 7, 1796013473662, '6: finish create-security-group', 0, '{"kind":"step-finished","step":"create-security-group","facts":{}}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 8, 1796013473790, '7: begin add-group-member', 0, '{"kind":"step-begun","step":"add-group-member"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 9, 1796013473876, '8: finish add-group-member', 0, '{"kind":"step-finished","step":"add-group-member","facts":{}}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 10, 1796013473996, '9: begin grant-permissions', 0, '{"kind":"step-begun","step":"grant-permissions"}');
INSERT INTO public.event VALUES ('ISU-TWDFPQ51', 11, 1796013474085, '10: finish grant-permissions', 0, '{"kind":"step-finished","step":"grant-permissions","facts":{}}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 1, 1796013474558, 'opened', 0, '{"kind":"opened","id":"ISU-K6CN5PYV","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_4","system":{"kind":"new","name":"System of test 4"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 4","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 4"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 4","userName":"ISU_Test_4"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 4","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-K6CN5PYV: permissions for the security group Group of test 4 (it contains the ISU ISU_Test_4)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 2, 1796013474811, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 3, 1796013474881, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_K6CN5PYV","systemWid":"32200625b1c9fbe6ac970cda6ec17b18"}}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 4, 1796013475025, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 5, 1796013475088, '4: finish create-user', 0, '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"32200625b1c9fbe6ac970cda6ec17b18","userWid":"63257ac0209e6330f5c7761eb84e29fd","references":{"system":[{"type":"WID","id":"32200625b1c9fbe6ac970cda6ec17b18"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_K6CN5PYV"}],"user":[{"type":"WID","id":"63257ac0209e6330f5c7761eb84e29fd"},{"type":"System_User_ID","id":"ISU_Test_4"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/63257ac0209e6330f5c7761eb84e29fd"},{"type":"System_User_OpenID_Connect_Internal","id":"501c5299cafeb495ead541dc"},{"type":"System_User_OpenID_Internal","id":"cfca9c3c810b04f464787b31"},{"type":"WorkdayUserName","id":"ISU_Test_4"}]}}}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 6, 1796013475421, '5: begin create-security-group', 0, '{"kind":"step-begun","step":"create-security-group"}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 7, 1796013475534, '6: finish create-security-group', 0, '{"kind":"step-finished","step":"create-security-group","facts":{}}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 8, 1796013475638, '7: begin add-group-member', 0, '{"kind":"step-begun","step":"add-group-member"}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 9, 1796013475756, '8: finish add-group-member', 0, '{"kind":"step-finished","step":"add-group-member","facts":{}}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 10, 1796013475993, '9: begin grant-permissions', 0, '{"kind":"step-begun","step":"grant-permissions"}');
INSERT INTO public.event VALUES ('ISU-K6CN5PYV', 11, 1796013476087, '10: fail grant-permissions', 0, '{"kind":"step-failed","step":"grant-permissions","words":"The runner could not do it: The robot lost its session.","isAnswered":true,"expiresAt":1796272676087}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 1, 1796013476660, 'opened', 0, '{"kind":"opened","id":"ISU-CF9FFVNF","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_5","system":{"kind":"new","name":"System of test 5"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 5","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"runner","task":{"name":"create-security-group","groupName":"Group of test 5"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 5","userName":"ISU_Test_5"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 5","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-CF9FFVNF: permissions for the security group Group of test 5 (it contains the ISU ISU_Test_5)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 2, 1796013476874, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 3, 1796013476892, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_CF9FFVNF","systemWid":"4d77b211ee35fa0e5e388768dcb7c05a"}}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 4, 1796013476950, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 5, 1796013476990, '4: finish create-user', 0, '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"4d77b211ee35fa0e5e388768dcb7c05a","userWid":"18930765d35e62b143c23530cea11b7f","references":{"system":[{"type":"WID","id":"4d77b211ee35fa0e5e388768dcb7c05a"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_CF9FFVNF"}],"user":[{"type":"WID","id":"18930765d35e62b143c23530cea11b7f"},{"type":"System_User_ID","id":"ISU_Test_5"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/18930765d35e62b143c23530cea11b7f"},{"type":"System_User_OpenID_Connect_Internal","id":"a553150991137c9df0acdedd"},{"type":"System_User_OpenID_Internal","id":"c1630010638032e06ca89cfe"},{"type":"WorkdayUserName","id":"ISU_Test_5"}]}}}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 11, 1796013477576, '10: finish grant-permissions', 0, '{"kind":"step-finished","step":"grant-permissions","facts":{}}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 12, 1796013477972, '11: ask approval', 0, '{"kind":"approval-asked","asked":{"step":"approve","digest":"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6","pending":{"kind":"seen","changes":[{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 3","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Reports: Learning Record","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Manage: Learning Content","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Active and Terminated Workers","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Worker Data: Current Staffing Information","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"},{"kind":"domain","policy":"Workday Accounts","action":"","securityGroup":"Group of test 5","access":"Get","change":"Added","changedBy":"rpa-runner"}]},"needed":1,"askedAt":1796013477960,"expiresAt":1796272677960},"unseen":[]}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 13, 1796013483596, 'click passkey sha256:bf147701b3f951db2c0799805824b21275634adea2141644b6ce8eebb3b0ecd5', 0, '{"kind":"approved","by":"T0ACME:UEVE","digest":"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}');
INSERT INTO public.event VALUES ('ISU-CF9FFVNF', 14, 1796013483700, '13: await window', 0, '{"kind":"window-awaited","opensAt":1796169600000}');
INSERT INTO public.event VALUES ('ISU-VXYM7WC9', 1, 1796013484072, 'opened', 0, '{"kind":"opened","id":"ISU-VXYM7WC9","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_6","system":{"kind":"new","name":"System of test 6"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 6","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"person","task":{"name":"create-security-group","groupName":"Group of test 6"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 6","userName":"ISU_Test_6"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 6","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-VXYM7WC9: permissions for the security group Group of test 6 (it contains the ISU ISU_Test_6)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');
INSERT INTO public.event VALUES ('ISU-VXYM7WC9', 2, 1796013484227, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-VXYM7WC9', 3, 1796013484250, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_VXYM7WC9","systemWid":"ca6ab693b01a8b1e1afe7c516a852427"}}');
INSERT INTO public.event VALUES ('ISU-VXYM7WC9', 4, 1796013484307, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-VXYM7WC9', 5, 1796013484378, '4: finish create-user', 0, '{"kind":"step-finished","step":"create-user","facts":{"systemWid":"ca6ab693b01a8b1e1afe7c516a852427","userWid":"bbc033aed6ab562e3a5414c36a505831","references":{"system":[{"type":"WID","id":"ca6ab693b01a8b1e1afe7c516a852427"},{"type":"Integration_System_ID","id":"ISU_BOT_ISU_VXYM7WC9"}],"user":[{"type":"WID","id":"bbc033aed6ab562e3a5414c36a505831"},{"type":"System_User_ID","id":"ISU_Test_6"},{"type":"System_User_OpenID","id":"https://acme_dpt1.workday.example/openid/bbc033aed6ab562e3a5414c36a505831"},{"type":"System_User_OpenID_Connect_Internal","id":"fc76277cf9fd6a900f040931"},{"type":"System_User_OpenID_Internal","id":"890e729d81b0ea64c6b03002"},{"type":"WorkdayUserName","id":"ISU_Test_6"}]}}}');
INSERT INTO public.event VALUES ('ISU-VXYM7WC9', 6, 1796013484427, '5: hand create-security-group', 0, '{"kind":"handed-over","step":"create-security-group","expiresAt":1796272684427}');
INSERT INTO public.event VALUES ('ISU-AY9MR13J', 2, 1796013492473, '1: begin create-integration-system', 0, '{"kind":"step-begun","step":"create-integration-system"}');
INSERT INTO public.event VALUES ('ISU-AY9MR13J', 3, 1796013492500, '2: finish create-integration-system', 0, '{"kind":"step-finished","step":"create-integration-system","facts":{"systemId":"ISU_BOT_ISU_AY9MR13J","systemWid":"56695852dcb47244cfa25d8c14d6a25d"}}');
INSERT INTO public.event VALUES ('ISU-AY9MR13J', 4, 1796013492564, '3: begin create-user', 0, '{"kind":"step-begun","step":"create-user"}');
INSERT INTO public.event VALUES ('ISU-AY9MR13J', 1, 1796013492295, 'opened', 0, '{"kind":"opened","id":"ISU-AY9MR13J","by":"T0ACME:UANN","draft":{"kind":"create","tenant":"acme_dpt1","reason":"Learning content in Teams","recipe":"viva-learning","userName":"ISU_Test_7","system":{"kind":"new","name":"System of test 7"},"sessionTimeoutMinutes":0,"doNotAllowUiSessions":true,"groupName":"Group of test 7","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}},"plan":[{"name":"create-integration-system","hand":"api"},{"name":"create-user","hand":"api"},{"name":"create-security-group","hand":"person","task":{"name":"create-security-group","groupName":"Group of test 7"}},{"name":"add-group-member","hand":"runner","task":{"name":"add-group-member","groupName":"Group of test 7","userName":"ISU_Test_7"}},{"name":"grant-permissions","hand":"runner","task":{"name":"grant-permissions","groupName":"Group of test 7","permissions":{"Get":["Reports: Learning Record","Manage: Learning Content","Worker Data: Active and Terminated Workers","Worker Data: Current staffing information","Workday Accounts"],"Put":[],"View":[],"Modify":[]}}},{"name":"approve","hand":"approver"},{"name":"activate","hand":"runner","task":{"name":"activate","comment":"ISU-AY9MR13J: permissions for the security group Group of test 7 (it contains the ISU ISU_Test_7)."}},{"name":"issue-credential","hand":"api"},{"name":"verify","hand":"api"}]}');

INSERT INTO public.kysely_migration VALUES ('0001-requests', '2026-11-30T04:37:38.552Z');
INSERT INTO public.kysely_migration VALUES ('0002-drafts', '2026-11-30T04:37:38.658Z');
INSERT INTO public.kysely_migration VALUES ('0003-audit', '2026-11-30T04:37:38.760Z');
INSERT INTO public.kysely_migration VALUES ('0004-watch', '2026-11-30T04:37:38.853Z');
INSERT INTO public.kysely_migration VALUES ('0005-passkeys', '2026-11-30T04:37:39.043Z');
INSERT INTO public.kysely_migration VALUES ('0006-delegations', '2026-11-30T04:37:39.128Z');
INSERT INTO public.kysely_migration VALUES ('0007-groups', '2026-11-30T04:37:39.142Z');

INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);

INSERT INTO public.notice VALUES ('passkey waiting tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0', 'acme_dpt1', 1796013463857, '{"kind":"passkey","what":"waiting","person":"T0ACME:UBOB","credential":"tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0"}', 1796013583935, true);
INSERT INTO public.notice VALUES ('passkey waiting mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8', 'acme_dpt1', 1796013465781, '{"kind":"passkey","what":"waiting","person":"T0ACME:UEVE","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}', 1796013585813, true);
INSERT INTO public.notice VALUES ('passkey confirmed tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0', 'acme_dpt1', 1796013465929, '{"kind":"passkey","what":"confirmed","person":"T0ACME:UBOB","credential":"tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0","by":"T0ACME:UEVE"}', 1796013586149, true);
INSERT INTO public.notice VALUES ('passkey confirmed mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8', 'acme_dpt1', 1796013466013, '{"kind":"passkey","what":"confirmed","person":"T0ACME:UEVE","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8","by":"T0ACME:UBOB"}', 1796013586266, true);
INSERT INTO public.notice VALUES ('delegated DEL-R44X4G9C', 'acme_dpt1', 1796013478166, '{"kind":"delegation","delegation":{"id":"DEL-R44X4G9C","tenant":"acme_dpt1","by":"T0ACME:UBOB","to":"T0ACME:UCY","from":1795996800000,"until":1796947200000,"reason":"Skiing"}}', 1796013598267, true);
INSERT INTO public.notice VALUES ('passkey waiting Ip5LV9qDExNV772-qyi4BXZRNHbK-DcFSLDxbC4sw4I', 'acme_dpt1', 1796013487944, '{"kind":"passkey","what":"waiting","person":"T0ACME:UBOB","credential":"Ip5LV9qDExNV772-qyi4BXZRNHbK-DcFSLDxbC4sw4I"}', 1796013607963, true);
INSERT INTO public.notice VALUES ('passkey waiting xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM', 'acme_dpt1', 1796013491955, '{"kind":"passkey","what":"waiting","person":"T0ACME:UEVE","credential":"xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM"}', 1796013611975, true);
INSERT INTO public.notice VALUES ('passkey removed xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM', 'acme_dpt1', 1796013496057, '{"kind":"passkey","what":"removed","person":"T0ACME:UEVE","credential":"xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM"}', 0, false);

INSERT INTO public.page_ticket VALUES ('sha256:8549da2c37dfc08265a666d8b7f46b77d2a4b4a233a3d70232fddee79ab10880', 'T0ACME:UBOB', 'acme_dpt1', '{"kind":"enrol"}', 'fRcKslvDIfR1jttA-J_h66qpPceFRM9fPWNuVAMaWss', 1796014062180, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:f9a1e9ba8ab2c131b9e02827922b30a6b250ffbe07c6dc24b07b883916130c40', 'T0ACME:UEVE', 'acme_dpt1', '{"kind":"enrol"}', 'ZM2I_SAiQeg3wfyoN1G4KviAkdz185ZKbPZzY_DXYhA', 1796014064065, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:65f1c6e4c5e08d99c48f60891bad5d576430495413c9f70578249bd4e59477ac', 'T0ACME:UEVE', 'acme_dpt1', '{"kind":"confirm","credential":"tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0"}', 'SiW3UudzXkeVroFln3H_GKdURlL7llDEEtOckDNssJ4', 1796014065886, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:ed7b51e0f27da916896e350adfbfdc60afb4b8ee6a248c0c065fd37c0558f17a', 'T0ACME:UBOB', 'acme_dpt1', '{"kind":"confirm","credential":"mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8"}', 'UqiiUMCe2FyGXOViAmLhJ7-6a_nM3f6PTfHwlo872OU', 1796014065969, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:30c5373df04b38f6fd406d84bcc6738ab9ff7e4d15b7f5848b9d484bc124e765', 'T0ACME:UEVE', 'acme_dpt1', '{"kind":"approve","request":"ISU-EVJQHN8N","digest":"sha256:877d332c0af635ad99e53a26b08e6401ea22af50a91beb02014c3ea8005335e6"}', 'FtcBn2BLqIPrhN-gvazaEKkXU5bUZFND97nmAnyJ0mA', 1796014068170, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:bf147701b3f951db2c0799805824b21275634adea2141644b6ce8eebb3b0ecd5', 'T0ACME:UEVE', 'acme_dpt1', '{"kind":"approve","request":"ISU-CF9FFVNF","digest":"sha256:9c1d79edbcfad75506ef0c453f233e6588615cf78e96a66b18121f8bf4e43db6"}', '7RJ564-wmM0meDRUWN25vgq4y6sQ82XOakcF7Ib0zGE', 1796014083431, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:eecab450764c8a78b0400778b7d8e6ed54999bfc32f367448d468a2df22ec85c', 'T0ACME:UBOB', 'acme_dpt1', '{"kind":"enrol"}', 'MKEHhFQenU6g9HXDQbmewNn5MNzalq8IMuRZlCdDDYE', 1796014084475, 4, true);
INSERT INTO public.page_ticket VALUES ('sha256:6c568756e8bc9bed68b3e33d18ad63179279f53fe053ab153c4c05c1b2b27930', 'T0ACME:UEVE', 'acme_dpt1', '{"kind":"enrol"}', 'ckVH6zPEFvU8n2FZDrKj7qtV0C9r-lyy14mxtTnNHeM', 1796014088018, 4, true);

INSERT INTO public.passkey VALUES ('tttQyqwR5OvcRy1M1QpAnuhSKcxlAcYmRFFPr-GB2o0', 'acme_dpt1', 'T0ACME:UBOB', 'pQECAyYgASFYIF5U9mNKGej0yqHN8R4uYHBqvhEigEvZtADGU2x6lOY0IlggsCdkZvkHXpQkrmZsq2EXEdC-v1drrg6Q5-5Bcquu-Fs', 1, '["internal"]', 'active', 1796013463857);
INSERT INTO public.passkey VALUES ('mU7ypWriLdnrjjtgR6mqgVZLj3A_cwVDwAU4ulCvs-8', 'acme_dpt1', 'T0ACME:UEVE', 'pQECAyYgASFYICdQf1JsbkKbbne6pvAn_XwQgHcLcb_bE23I4bkmiXJHIlggxzIvZYtDVMnnSHL_4uAn37ioocuDSp-ZgMjHgIPX-k0', 3, '["internal"]', 'active', 1796013465781);
INSERT INTO public.passkey VALUES ('Ip5LV9qDExNV772-qyi4BXZRNHbK-DcFSLDxbC4sw4I', 'acme_dpt1', 'T0ACME:UBOB', 'pQECAyYgASFYIBIIM8EvfM5FwdHxQqgnKmYpfc8smFMXUk9wKrBcI1M2IlggfON3tD2yg33JfR5fTgduh2OvivwKRoHZzQEu-okunjI', 0, '["internal"]', 'waiting', 1796013487944);
INSERT INTO public.passkey VALUES ('xQ8HfLzV0CPboD1Zm-nugk6YA6PaPaSX0j2Wzv5uMAM', 'acme_dpt1', 'T0ACME:UEVE', 'pQECAyYgASFYIF7hz72eTiJ7gPsU0Wnr1bk-ySBfvtuCh9EHoWIZt1VCIlggkQTOVE4SnCPQJZFBkrpKNWxNCXqboqj3_dXBvSTerM8', 0, '["internal"]', 'revoked', 1796013491955);

INSERT INTO public.request VALUES ('ISU-EVJQHN8N', 'acme_dpt1', 'isu_test_1', 1796013466688, 21, 'done', false, '2026-11-30 04:37:49.437003+00');
INSERT INTO public.request VALUES ('ISU-EPAZDYG0', 'acme_dpt1', 'isu_test_2', 1796013469845, 25, 'ended', true, '2026-11-30 04:37:52.891279+00');
INSERT INTO public.request VALUES ('ISU-TWDFPQ51', 'acme_dpt1', 'isu_test_3', 1796013473117, 12, 'waiting-for-approval', true, '2026-11-30 04:37:54.305489+00');
INSERT INTO public.request VALUES ('ISU-K6CN5PYV', 'acme_dpt1', 'isu_test_4', 1796013474558, 11, 'stuck', true, '2026-11-30 04:37:56.103072+00');
INSERT INTO public.request VALUES ('ISU-CF9FFVNF', 'acme_dpt1', 'isu_test_5', 1796013476660, 14, 'waiting-for-window', true, '2026-11-30 04:38:03.701119+00');
INSERT INTO public.request VALUES ('ISU-VXYM7WC9', 'acme_dpt1', 'isu_test_6', 1796013484072, 6, 'waiting-for-person', true, '2026-11-30 04:38:04.429257+00');
INSERT INTO public.request VALUES ('ISU-AY9MR13J', 'acme_dpt1', 'isu_test_7', 1796013492295, 4, 'working', true, '2026-11-30 04:38:12.567011+00');

INSERT INTO public.reservation VALUES ('acme_dpt1', 'user', 'isu_test_3', 'ISU-TWDFPQ51');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'new-system', 'system of test 3', 'ISU-TWDFPQ51');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'group', 'group of test 3', 'ISU-TWDFPQ51');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'user', 'isu_test_4', 'ISU-K6CN5PYV');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'new-system', 'system of test 4', 'ISU-K6CN5PYV');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'group', 'group of test 4', 'ISU-K6CN5PYV');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'user', 'isu_test_5', 'ISU-CF9FFVNF');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'new-system', 'system of test 5', 'ISU-CF9FFVNF');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'group', 'group of test 5', 'ISU-CF9FFVNF');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'user', 'isu_test_6', 'ISU-VXYM7WC9');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'new-system', 'system of test 6', 'ISU-VXYM7WC9');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'group', 'group of test 6', 'ISU-VXYM7WC9');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'user', 'isu_test_7', 'ISU-AY9MR13J');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'new-system', 'system of test 7', 'ISU-AY9MR13J');
INSERT INTO public.reservation VALUES ('acme_dpt1', 'group', 'group of test 7', 'ISU-AY9MR13J');

INSERT INTO public.seen_activation VALUES ('acme_dpt1', 1796013468465, '["[1796013468465,\"rpa-runner\",\"ISU-EVJQHN8N: permissions for the security group Group of test 1 (it contains the ISU ISU_Test_1).\"]"]');

ALTER TABLE ONLY dbos.application_versions
    ADD CONSTRAINT application_versions_pkey PRIMARY KEY (version_id);

ALTER TABLE ONLY dbos.application_versions
    ADD CONSTRAINT application_versions_version_name_key UNIQUE (version_name);

ALTER TABLE ONLY dbos.dbos_migrations
    ADD CONSTRAINT dbos_migrations_pkey PRIMARY KEY (version);

ALTER TABLE ONLY dbos.event_dispatch_kv
    ADD CONSTRAINT event_dispatch_kv_pkey PRIMARY KEY (service_name, workflow_fn_name, key);

ALTER TABLE ONLY dbos.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (message_uuid);

ALTER TABLE ONLY dbos.operation_outputs
    ADD CONSTRAINT operation_outputs_pkey PRIMARY KEY (workflow_uuid, function_id);

ALTER TABLE ONLY dbos.queues
    ADD CONSTRAINT queues_name_key UNIQUE (name);

ALTER TABLE ONLY dbos.queues
    ADD CONSTRAINT queues_pkey PRIMARY KEY (queue_id);

ALTER TABLE ONLY dbos.streams
    ADD CONSTRAINT streams_pkey PRIMARY KEY (workflow_uuid, key, "offset");

ALTER TABLE ONLY dbos.workflow_events_history
    ADD CONSTRAINT workflow_events_history_pkey PRIMARY KEY (workflow_uuid, function_id, key);

ALTER TABLE ONLY dbos.workflow_events
    ADD CONSTRAINT workflow_events_pkey PRIMARY KEY (workflow_uuid, key);

ALTER TABLE ONLY dbos.workflow_input
    ADD CONSTRAINT workflow_input_pkey PRIMARY KEY (workflow_uuid);

ALTER TABLE ONLY dbos.workflow_output
    ADD CONSTRAINT workflow_output_pkey PRIMARY KEY (workflow_uuid);

ALTER TABLE ONLY dbos.workflow_schedules
    ADD CONSTRAINT workflow_schedules_pkey PRIMARY KEY (schedule_id);

ALTER TABLE ONLY dbos.workflow_schedules
    ADD CONSTRAINT workflow_schedules_schedule_name_key UNIQUE (schedule_name);

ALTER TABLE ONLY dbos.workflow_status
    ADD CONSTRAINT workflow_status_pkey PRIMARY KEY (workflow_uuid);

ALTER TABLE ONLY engine.replica
    ADD CONSTRAINT replica_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY (request);

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.enrolment_code
    ADD CONSTRAINT enrolment_code_pkey PRIMARY KEY (tenant, person);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (request, seq);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_request_key_part_key UNIQUE (request, key, part);

ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.page_ticket
    ADD CONSTRAINT page_ticket_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (credential);

ALTER TABLE ONLY public.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT reservation_pkey PRIMARY KEY (tenant, kind, name);

ALTER TABLE ONLY public.seen_activation
    ADD CONSTRAINT seen_activation_pkey PRIMARY KEY (tenant);

ALTER TABLE ONLY public.turn
    ADD CONSTRAINT turn_pkey PRIMARY KEY (name);

CREATE INDEX idx_operation_outputs_completed_at_function_name_v2 ON dbos.operation_outputs USING btree (completed_at_epoch_ms, function_name) INCLUDE (application_name);

CREATE INDEX idx_operation_outputs_retention ON dbos.operation_outputs USING btree (retention_timestamp);

CREATE INDEX idx_workflow_input_retention ON dbos.workflow_input USING btree (retention_timestamp);

CREATE INDEX idx_workflow_output_retention ON dbos.workflow_output USING btree (retention_timestamp);

CREATE INDEX idx_workflow_status_attributes ON dbos.workflow_status USING gin (attributes) WHERE (attributes IS NOT NULL);

CREATE INDEX idx_workflow_status_completed_at ON dbos.workflow_status USING btree (completed_at) WHERE (completed_at IS NOT NULL);

CREATE INDEX idx_workflow_status_deadline ON dbos.workflow_status USING btree (workflow_deadline_epoch_ms) WHERE ((status = ANY (ARRAY['ENQUEUED'::text, 'PENDING'::text, 'DELAYED'::text])) AND (workflow_deadline_epoch_ms IS NOT NULL));

CREATE INDEX idx_workflow_status_delayed ON dbos.workflow_status USING btree (delay_until_epoch_ms) WHERE (status = 'DELAYED'::text);

CREATE INDEX idx_workflow_status_failed ON dbos.workflow_status USING btree (status, created_at) WHERE (status = ANY (ARRAY['ERROR'::text, 'CANCELLED'::text, 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'::text]));

CREATE INDEX idx_workflow_status_forked_from ON dbos.workflow_status USING btree (forked_from) WHERE (forked_from IS NOT NULL);

CREATE INDEX idx_workflow_status_in_flight_v2 ON dbos.workflow_status USING btree (queue_name, status, priority, created_at) INCLUDE (application_name) WHERE (status = ANY (ARRAY['ENQUEUED'::text, 'PENDING'::text]));

CREATE INDEX idx_workflow_status_parent_workflow_id ON dbos.workflow_status USING btree (parent_workflow_id) WHERE (parent_workflow_id IS NOT NULL);

CREATE INDEX idx_workflow_status_partition_dequeue_v3 ON dbos.workflow_status USING btree (queue_name, status, queue_partition_key, priority, created_at, workflow_uuid) INCLUDE (application_name) WHERE ((status = ANY (ARRAY['ENQUEUED'::text, 'PENDING'::text])) AND (queue_partition_key IS NOT NULL));

CREATE INDEX idx_workflow_status_pending ON dbos.workflow_status USING btree (created_at) WHERE (status = 'PENDING'::text);

CREATE INDEX idx_workflow_status_rate_limited ON dbos.workflow_status USING btree (queue_name, started_at_epoch_ms) WHERE (rate_limited = true);

CREATE INDEX idx_workflow_status_schedule_name ON dbos.workflow_status USING btree (schedule_name) WHERE (schedule_name IS NOT NULL);

CREATE INDEX idx_workflow_status_started_at ON dbos.workflow_status USING btree (started_at_epoch_ms) WHERE (started_at_epoch_ms IS NOT NULL);

CREATE INDEX idx_workflow_topic ON dbos.notifications USING btree (destination_uuid, topic);

CREATE UNIQUE INDEX uq_application_versions_owner_version ON dbos.application_versions USING btree (application_name, version_name) WHERE (application_name IS NOT NULL);

CREATE UNIQUE INDEX uq_application_versions_unclaimed_version ON dbos.application_versions USING btree (version_name) WHERE (application_name IS NULL);

CREATE UNIQUE INDEX uq_workflow_status_dedup_id ON dbos.workflow_status USING btree (queue_name, deduplication_id) WHERE (deduplication_id IS NOT NULL);

CREATE INDEX workflow_status_created_at_index ON dbos.workflow_status USING btree (created_at);

CREATE INDEX audit_request ON public.audit USING btree (request, seq);

CREATE INDEX delegation_by ON public.delegation USING btree (by, ends);

CREATE INDEX delegation_tenant ON public.delegation USING btree (tenant, ends);

CREATE INDEX notice_unposted ON public.notice USING btree (made_at) WHERE (NOT is_posted);

CREATE INDEX page_ticket_expires ON public.page_ticket USING btree (expires_at);

CREATE UNIQUE INDEX passkey_active ON public.passkey USING btree (tenant, person) WHERE (state = 'active'::text);

CREATE INDEX request_changed ON public.request USING btree (changed_at);

CREATE INDEX request_open ON public.request USING btree (opened_at DESC) WHERE is_open;

CREATE INDEX request_user_name ON public.request USING btree (user_name_key, opened_at DESC);

CREATE INDEX reservation_request ON public.reservation USING btree (request);

CREATE TRIGGER dbos_notifications_trigger AFTER INSERT ON dbos.notifications FOR EACH ROW EXECUTE FUNCTION dbos.notifications_function();

ALTER TABLE ONLY dbos.notifications
    ADD CONSTRAINT notifications_destination_uuid_fkey FOREIGN KEY (destination_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY dbos.streams
    ADD CONSTRAINT streams_workflow_uuid_fkey FOREIGN KEY (workflow_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY dbos.workflow_events_history
    ADD CONSTRAINT workflow_events_history_workflow_uuid_fkey FOREIGN KEY (workflow_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY dbos.workflow_events
    ADD CONSTRAINT workflow_events_workflow_uuid_fkey FOREIGN KEY (workflow_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_request_fkey FOREIGN KEY (request) REFERENCES public.request(id);

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT reservation_request_fkey FOREIGN KEY (request) REFERENCES public.request(id);
