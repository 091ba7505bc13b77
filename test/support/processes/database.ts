import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { preparedName } from "./prepared-database.ts";

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Makes an empty database on this run's PostgreSQL. Whoever makes it drops it. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createFrom("template1");
}

/** Makes one in which the tables are there, and nothing in them. Whoever makes it drops it. */
export function createPreparedDatabase(): Promise<TestDatabase> {
  return createFrom(preparedName);
}

async function createFrom(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

/** An empty database for one test, dropped when the test has finished. */
export async function aDatabaseUrl(): Promise<string> {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  return url;
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
