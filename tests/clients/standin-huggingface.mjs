// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hugging Face's own client against the stand-in: what it sends must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { InferenceClient } = load("@huggingface/inference");
const standIn = await startStandIn("huggingface");
// The client has its addresses built in.
const redirected = (url, init) => fetch(String(url).replace(/^https:\/\/(router\.)?huggingface\.co/, standIn.url), init);
const clientWith = (token) => new InferenceClient(token, { fetch: redirected, retry_on_error: false });
const client = clientWith("hf_standin");
const sized = async (blob) => sizeOf(Buffer.from(await blob.arrayBuffer()));
const options = { inputs: "a red fox", parameters: { width: 512, height: 256, seed: 7 } };

test("makes pictures at every vendor that answers at once", async () => {
    for (const [provider, model] of [["hf-inference", "black-forest-labs/FLUX.1-dev"],
                                     ["together", "black-forest-labs/FLUX.1-schnell"],
                                     ["nscale", "stabilityai/stable-diffusion-xl-base-1.0"],
                                     ["deepinfra", "black-forest-labs/FLUX.1-schnell"]]) {
        assert.deepEqual(await sized(await client.textToImage({ ...options, provider, model })), [512, 256], provider);
    }
});

test("refuses what the vendor refuses", async () => {
    const model = "black-forest-labs/FLUX.1-schnell";
    await assert.rejects(clientWith("hf_wrong").textToImage({ ...options, provider: "together", model }),
        (error) => error.httpResponse?.status === 401);
    await assert.rejects(client.textToImage({ ...options, provider: "together", model, parameters: { num_inference_steps: 0 } }),
        (error) => error.httpResponse?.status === 422);
});
