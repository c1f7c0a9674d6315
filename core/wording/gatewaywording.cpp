// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/gatewayreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> gatewayRows()
{
    return {
        {reasons::notListening, QT_TRANSLATE_NOOP("Gateway", "The gateway cannot listen on %1, port %2.")},
        {reasons::portTaken,
         QT_TRANSLATE_NOOP("Gateway", "On %1, port %2 is used by another program. Choose another port.")},
        {reasons::portReserved,
         QT_TRANSLATE_NOOP("Gateway", "On %1, port %2 is reserved by the system. Choose a port from 1024 up.")},
        {reasons::addressNotHere,
         QT_TRANSLATE_NOOP("Gateway", "This computer does not have the address %1 (port %2). Choose one it has.")},
        {reasons::openWithoutKey,
         QT_TRANSLATE_NOOP("Gateway",
                           "Without a client key the gateway only listens on this computer (127.0.0.1). Ask for a "
                           "key, or choose that address.")},
        {reasons::originUnreadable,
         QT_TRANSLATE_NOOP("Gateway",
                           "\"%1\" is no origin. Write it like https://app.example or http://localhost:3000, in small "
                           "letters and without a path.")},
        {reasons::hostUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "\"%1\" is no name of a computer. Write it like studio.lan.")},
        {reasons::tlsFileUnreadable, QT_TRANSLATE_NOOP("Gateway", "%1 has no certificate in PEM that can be read. %2")},
        {reasons::tlsKeyUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "%1 has no key in PEM that can be read without a password.")},
        {reasons::tlsKeyOfAnother,
         QT_TRANSLATE_NOOP("Gateway", "The key in %1 does not belong to the certificate in %2.")},
        {reasons::tlsOutOfDate,
         QT_TRANSLATE_NOOP("Gateway", "The certificate in %1 is not valid now; its last day is %2. Renew it.")},
        {reasons::tlsNotKept,
         QT_TRANSLATE_NOOP("Gateway",
                           "The gateway's certificate cannot be kept in %1: %2. Make the folder writable, or "
                           "name a certificate of your own.")},
        {reasons::givenKeyUnsendable,
         QT_TRANSLATE_NOOP("Gateway",
                           "The gateway's key needs letters, digits and signs of plain ASCII without spaces. Leave it "
                           "out, and Lightwell makes one.")},
        {reasons::givenKeyGuessable,
         QT_TRANSLATE_NOOP("Gateway",
                           "This key is too easy to guess for a gateway that other computers can reach. Take at least "
                           "20 mixed characters, or leave it out, and Lightwell makes one.")},
        {reasons::gatewayKeyNotKept,
         QT_TRANSLATE_NOOP("Gateway",
                           "The gateway's key cannot be kept in %1: %2. Make the folder writable, or give a key with "
                           "--key.")},
        {reasons::gatewayKeyDamaged,
         QT_TRANSLATE_NOOP("Gateway",
                           "The file of the gateway's key, %1, is damaged: it has %2 bytes instead of %3. Put it back "
                           "from a copy, so that programs keep their key, or remove it: the next start makes a new "
                           "key.")},
        {reasons::clientNameMissing, QT_TRANSLATE_NOOP("Gateway", "A client needs a name.")},
        {reasons::clientNameUnusable, QT_TRANSLATE_NOOP("Gateway", "A client's name is one short line of text.")},
        {reasons::clientNameTaken,
         QT_TRANSLATE_NOOP("Gateway", "There is a client \"%1\" already. Choose another name, or revoke it first.")},
        {reasons::clientNameReserved,
         QT_TRANSLATE_NOOP("Gateway", "Lightwell itself uses the name \"%1\". Choose another name.")},
        {reasons::clientKeyRevoked, QT_TRANSLATE_NOOP("Gateway", "This key was revoked. Choose another one.")},
        {reasons::clientUnknown, QT_TRANSLATE_NOOP("Gateway", "There is no client \"%1\".")},
        {reasons::clientModelUnusable,
         QT_TRANSLATE_NOOP("Gateway",
                           "What a client may use is told by names of models or patterns such as flux*, separated by "
                           "commas.")},
        {reasons::clientModelsTooMany,
         QT_TRANSLATE_NOOP("Gateway",
                           "A client has at most %1 names and patterns of models. Use patterns such as flux*.")},
        {reasons::clientRateUnusable,
         QT_TRANSLATE_NOOP("Gateway", "A client's rate is a whole number from 1 to %1 calls a minute.")},
        {reasons::pageLimitUnusable, QT_TRANSLATE_NOOP("Gateway", "limit is a whole number from 1 to %1.")},
        {reasons::pageTimeUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "%1 is a time such as 2026-03-15T14:32:10Z, or seconds since 1970.")},
        {reasons::pageWordUnknown, QT_TRANSLATE_NOOP("Gateway", "%1 is one of these: %2.")},
        {reasons::pageHasTwoEnds,
         QT_TRANSLATE_NOOP("Gateway", "Say either starting_after or ending_before, not both.")},
        {reasons::jobNotBegun,
         QT_TRANSLATE_NOOP("Gateway",
                           "Job %1 was accepted, but its work was never begun: the gateway ended before. Nothing was "
                           "sent or paid for; ask again.")},
        {reasons::pageOffsetUnusable, QT_TRANSLATE_NOOP("Gateway", "offset is a whole number from 0 up.")},
        {reasons::presetSlugUnusable,
         QT_TRANSLATE_NOOP("Gateway",
                           "“%1” cannot be the slug of a preset: up to 64 letters, digits and the signs - _ . can, "
                           "beginning with a letter or digit.")},
        {reasons::presetSlugTaken,
         QT_TRANSLATE_NOOP("Gateway",
                           "There is another preset “%1” before this one. That one counts, and this one is left out.")},
        {reasons::presetNameUnusable,
         QT_TRANSLATE_NOOP("Gateway",
                           "A preset is named by its slug: \"preset\": \"slug\", or \"model\": \"@preset/slug\".")},
        {reasons::presetNamedTwice,
         QT_TRANSLATE_NOOP("Gateway", "model names the preset “%1”, preset names “%2”. Name one of them.")},
        {reasons::presetUnknown, QT_TRANSLATE_NOOP("Gateway", "There is no preset “%1”. There are: %2.")},
        {reasons::presetsMissing,
         QT_TRANSLATE_NOOP("Gateway",
                           "There is no preset “%1”, and no other. They stand in presets.json in Lightwell's "
                           "configuration folder.")},
        {reasons::presetLeftOut,
         QT_TRANSLATE_NOOP("Gateway", "The preset “%1” in presets.json has a fault, so it is left out: %2")},
        {reasons::presetsUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "presets.json has a fault, so there are no presets: %1")},
        {reasons::presetNotForThis,
         QT_TRANSLATE_NOOP("Gateway", "Presets are for chats and for pictures. Send the fields themselves.")},
        {reasons::presetWithoutModel,
         QT_TRANSLATE_NOOP("Gateway", "The preset “%1” says no model. Say one: \"model\": \"name@preset/slug\".")},
        {reasons::presetFieldFaulty, QT_TRANSLATE_NOOP("Gateway", "In the preset “%1”: %2")},
        {reasons::webhookUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "webhook_url is a whole address, like https://app.example/hook.")},
        {reasons::webhookNamesUser,
         QT_TRANSLATE_NOOP("Gateway", "webhook_url holds a user or password. Leave it out; webhooks are signed.")},
        {reasons::webhookUnencrypted,
         QT_TRANSLATE_NOOP("Gateway",
                           "webhook_url must begin with https. To let webhooks reach %1 all the same, start the "
                           "gateway with serve --allow-webhook.")},
        {reasons::webhookIsPrivate,
         QT_TRANSLATE_NOOP("Gateway",
                           "webhook_url leads to %1, in a private network. To allow that, start the gateway with serve "
                           "--allow-webhook.")},
        {reasons::webhookWithoutJob,
         QT_TRANSLATE_NOOP("Gateway",
                           "webhook_url is for calls that are not waited for: send the header \"Prefer: "
                           "respond-async\" too, or leave it out.")},
        {reasons::noWebhooksHere,
         QT_TRANSLATE_NOOP("Gateway", "This gateway sends no webhooks. Leave webhook_url out and ask for the job.")},
        {reasons::projectUnusable,
         QT_TRANSLATE_NOOP("Gateway",
                           "X-Lightwell-Project is a name of 1 to %1 characters that can be seen, in UTF-8.")},
        {reasons::wishHeaderTwice,
         QT_TRANSLATE_NOOP("Gateway",
                           "%1 was sent more than once, or under two names with different values. Send it "
                           "once.")},
        {reasons::wishHeaderEmpty,
         QT_TRANSLATE_NOOP("Gateway", "%1 has no value, or one that is too long. Leave it out, or say what is meant.")},
        {reasons::wishHeaderUnknown, QT_TRANSLATE_NOOP("Gateway", "There is no header %1. There are %2.")},
        {reasons::wishHeadersBelongTogether,
         QT_TRANSLATE_NOOP("Gateway", "%1 and \"%2: %3\" belong together: send both, or neither.")},
        {reasons::replayModeMissing,
         QT_TRANSLATE_NOOP("Gateway",
                           "Say in %1 what is to be done: off, record, replay-or-mock, replay-or-error, "
                           "replay-or-live, replay-or-record or mock. Without it, the picture would be paid for.")},
        {reasons::replayFieldUnknown,
         QT_TRANSLATE_NOOP("Gateway", "\"%1\" in %2 is no field of this request, and none that Lightwell knows.")},
        {reasons::pinnedNotRecorded,
         QT_TRANSLATE_NOOP("Gateway",
                           "What is recorded gets a new id, so it would never be the pinned one. Record without a "
                           "match, and pin the id that the answer tells.")},
        {reasons::cacheTimeUnusable, QT_TRANSLATE_NOOP("Gateway", "%1 is a number of seconds from 1 to %2.")},
        {reasons::recordingNotFound,
         QT_TRANSLATE_NOOP("Gateway",
                           "There is no recording of this request, or its pictures are gone. Nothing was sent and "
                           "nothing is billed. Send it once with X-Lightwell-Replay: record, or choose a mode that "
                           "does without (replay-or-mock, replay-or-live, replay-or-record).")},
        {reasons::recordingTooLong, QT_TRANSLATE_NOOP("Gateway", "A request of more than %1 bytes is not recorded.")},
        {reasons::clientMayNotUse, QT_TRANSLATE_NOOP("Gateway", "This client's key does not let it use the model %1.")},
        {reasons::clientOnlyManages,
         QT_TRANSLATE_NOOP("Gateway",
                           "This key only manages the keys of programs: nothing is made or paid for with it. Use a "
                           "program's own key.")},
        {reasons::noSuchKey,
         QT_TRANSLATE_NOOP("Gateway",
                           "There is no key of this hash that can be managed here. GET /api/v1/keys lists those there "
                           "are.")},
        {reasons::keyFieldUnknown,
         QT_TRANSLATE_NOOP("Gateway",
                           "There is no %1 of a key: there are name, limit, limit_reset, include_byok_in_limit, "
                           "expires_at and disabled.")},
        {reasons::keyFieldNotHere,
         QT_TRANSLATE_NOOP("Gateway", "Lightwell has nothing for %1: all keys are of one person. Leave it out.")},
        {reasons::keyLimitUnusable,
         QT_TRANSLATE_NOOP("Gateway", "limit is an amount of dollars from 0 up, or null for none.")},
        {reasons::keyResetUnusable,
         QT_TRANSLATE_NOOP("Gateway", "limit_reset is daily, weekly or monthly, or null for never.")},
        {reasons::keyResetWithoutLimit,
         QT_TRANSLATE_NOOP("Gateway", "limit_reset belongs to a limit. Send limit as well.")},
        {reasons::keyEndUnusable,
         QT_TRANSLATE_NOOP("Gateway", "expires_at is a time in UTC such as 2027-01-31T12:00:00Z, or null for never.")},
        {reasons::keyEndOver,
         QT_TRANSLATE_NOOP("Gateway", "expires_at is over already. To end a key now, disable or delete it.")},
        {reasons::keySwitchUnusable, QT_TRANSLATE_NOOP("Gateway", "%1 is true or false.")},
        {reasons::keyChangeEmpty,
         QT_TRANSLATE_NOOP("Gateway", "Say what is to change: name, limit, limit_reset, expires_at or disabled.")},
        {reasons::clientCallsTooOften,
         QT_TRANSLATE_NOOP("Gateway", "This client's key is for %1 calls a minute. Try again in a moment.")},
        {reasons::recordingNotRemoved,
         QT_TRANSLATE_NOOP("Gateway",
                           "A recording of this request cannot be removed. Make Lightwell's data folder writable, and "
                           "ask once more.")},
        {reasons::replayIsForPictures,
         QT_TRANSLATE_NOOP("Gateway",
                           "Only calls to the images API are recorded and replayed. For this one, replay has to "
                           "be off: leave X-Lightwell-Replay out, or set it to off.")},
        {reasons::noSuchReceipt,
         QT_TRANSLATE_NOOP("Gateway",
                           "There is no ended request of this id, or another program asked for it. Of one that still "
                           "runs, ask again in a moment.")},
        {reasons::receiptWithoutId,
         QT_TRANSLATE_NOOP("Gateway", "Say which request: /api/v1/generation?id=ID, with the id of its answer.")},
        {reasons::dayUnreadable, QT_TRANSLATE_NOOP("Gateway", "date must be a day like 2026-11-30.")},
        {reasons::callOfAnotherRun,
         QT_TRANSLATE_NOOP("Gateway",
                           "This call was begun by another run of Lightwell and has not ended. It may be billed; look "
                           "in Lightwell what became of it."),
         Bill::Said},
    };
}

} // namespace lightwell::wording
