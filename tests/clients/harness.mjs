// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the gateway (LIGHTWELL_CLI names the program) for one test file, in an empty home of its own and with no
// vendor's key but those given, and stops it afterwards.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";

/// A folder that goes with the test file.
export function makeHome() {
    const home = mkdtempSync(join(tmpdir(), "lightwell-client-test-"));
    after(() => rmSync(home, { recursive: true, force: true }));
    return home;
}

/// What a program of the house finds in this home: no key, no keychain, and how a sanitizer is to check it.
export function environmentFor(home, ownHome = home) {
    const sanitizers = Object.entries(process.env).filter(([name]) => /^(A|T|UB)SAN_OPTIONS$/.test(name));
    return { PATH: process.env.PATH, LC_ALL: "C.UTF-8", QT_QPA_PLATFORM: "offscreen", HOME: home,
        DBUS_SESSION_BUS_ADDRESS: "disabled:", XDG_RUNTIME_DIR: home, LIGHTWELL_HOME: ownHome,
        ...Object.fromEntries(sanitizers) };
}

/// `variables` are added to the environment: {FAL_KEY, LIGHTWELL_FAL_BASE_URL …}. `home` and `port` are for a gateway
/// that takes the place of an earlier one; `options` are further ones of serve. `kill(signal)` sends a signal, `exited`
/// is the status it ends with.
export async function startGateway(variables = {}, home = makeHome(), port = 0, options = []) {
    const environment = { ...environmentFor(home), ...variables };
    const program = spawn(process.env.LIGHTWELL_CLI, ["serve", "--port", String(port), ...options],
        { env: environment, stdio: ["ignore", "pipe", process.env.LIGHTWELL_VERBOSE ? "inherit" : "ignore"] });
    const exited = once(program, "exit").then(([code, signal]) => code ?? signal);
    let killed = false;
    const kill = (signal) => {
        killed ||= signal === "SIGKILL";
        program.kill(signal);
    };
    after(async () => {
        program.kill("SIGTERM");
        const code = await exited;
        if (code !== 0 && !killed) {
            throw new Error(`the gateway ended with ${code}`);
        }
    });
    const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    const first = await Promise.race([lines.next(), exited.then(() => ({ done: true }))]);
    if (first.done) {
        throw new Error("the gateway did not start");
    }
    const { event, url, key } = JSON.parse(first.value);
    if (event !== "listening") {
        throw new Error(`the gateway said ${first.value}`);
    }
    return { url, key, home, kill, exited };
}
