// graphile-worker, driven by the same lines of JSON as the Python programs (see protocol.py).
import { createInterface } from "node:readline";
import { Logger, makeWorkerUtils, run, runMigrations, WorkerPreset } from "graphile-worker";

const [role, connectionString, setting = "{}", expectedJobs = "0"] = process.argv.slice(2);
const expected = Number(expectedJobs);
const logger = new Logger(() => (level, message) => {
  if (level === "error") console.error(message);
});
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const now = () => Number(process.hrtime.bigint());
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const numbers = (count) => Array.from({ length: count }, (_, n) => n);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function* commands() {
  for await (const line of createInterface({ input: process.stdin })) yield JSON.parse(line);
}

async function client() {
  const utils = await makeWorkerUtils({ connectionString, logger, maxPoolSize: 1 });
  const enqueue = (n) => utils.addJob("noop", { n });
  const enqueueMany = (count) => utils.addJobs(numbers(count).map((n) => ({ identifier: "noop", payload: { n } })));
  await enqueueMany(1);
  await enqueue(0);
  say({ event: "ready" });
  for await (const command of commands()) {
    if (command.do === "stop") break;
    const [before, began] = [cpu(), now()];
    if (command.do === "single") {
      for (const n of numbers(command.count)) await enqueue(n);
    } else if (command.do === "bulk") {
      await enqueueMany(command.count);
    } else if (command.do === "probe") {
      const calls = [];
      const [least, most] = command.gap;
      for (const n of numbers(command.count)) {
        await sleep(1000 * (least + Math.random() * (most - least)));
        const called = now();
        await enqueue(n + 1);
        calls.push([called, now()]);
      }
      say({ calls });
      continue;
    }
    say({ seconds: (now() - began) / 1e9, cpu: cpu() - before });
  }
  await utils.release();
}

async function worker() {
  let [count, first, firstCpu] = [0, 0, 0];
  const starts = {};
  const noop = async ({ n }) => {
    if (expected === 0) {
      starts[n] ??= now();
      return;
    }
    if (count === 0) [first, firstCpu] = [now(), cpu()];
    count += 1;
    if (count === expected) say({ event: "handled", first, last: now(), first_cpu: firstCpu });
  };
  say({ event: "ready" });
  let began = 0;
  let runner = null;
  for await (const command of commands()) {
    if (command.do === "go") {
      began = now();
      const worker = { connectionString, ...JSON.parse(setting) };
      runner = await run({
        preset: { extends: [WorkerPreset], worker }, taskList: { noop }, logger, noHandleSignals: true, parsedCronItems: [],
      });
    } else if (command.do === "usage") {
      say({ cpu: cpu() });
    } else {
      break;
    }
  }
  await runner?.stop();
  say({ event: "stopped", began, starts });
}

const roles = { install: () => runMigrations({ connectionString, logger }), client, worker };
await roles[role]();
process.exit(0);
