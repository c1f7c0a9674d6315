// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> textRows()
{
    return {
        {reasons::textBodyNoObject, QT_TRANSLATE_NOOP("Text", "The body is no JSON object, but a list.")},
        {reasons::textFieldMissing, QT_TRANSLATE_NOOP("Text", "%1 is missing.")},
        {reasons::textFieldNoList, QT_TRANSLATE_NOOP("Text", "%1 is a list with at least one entry.")},
        {reasons::textFieldNoSwitch, QT_TRANSLATE_NOOP("Text", "%1 is true or false.")},
        {reasons::textFieldNoNumber, QT_TRANSLATE_NOOP("Text", "%1 is a whole number.")},
        {reasons::priceAskedInBody,
         QT_TRANSLATE_NOOP("Text",
                           "To be told the price only, put dryRun=true into the query of the address, in this "
                           "spelling.")},
        {reasons::picturesFromChat,
         QT_TRANSLATE_NOOP("Text", "Chats give words here. Pictures are made at /v1/images/generations.")},
        {reasons::responsesFieldNotServed,
         QT_TRANSLATE_NOOP("Text",
                           "The providers of this model have chats alone, and what %1 asks for cannot be said in "
                           "one.")},
        {reasons::responsesNotInBackground,
         QT_TRANSLATE_NOOP("Text",
                           "Answers are not made in the background here. Leave %1 out, and wait for the answer "
                           "or stream it.")},
        {reasons::responsesNotStored,
         QT_TRANSLATE_NOOP("Text",
                           "Earlier answers are kept only where that is switched on: in Lightwell's settings under "
                           "Gateway, or by serve --store-responses. Their words and pictures lie on the disk then. Or "
                           "send all of the conversation.")},
        {reasons::responseUnknown,
         QT_TRANSLATE_NOOP("Text",
                           "No answer “%1” is kept for this client. Answers are kept for %2 days, and the oldest go "
                           "when there are many. Send all of the conversation.")},
        {reasons::responseAndConversation,
         QT_TRANSLATE_NOOP("Text",
                           "Send either previous_response_id or conversation: each of them says what comes before.")},
        {reasons::responseItemUnknown, QT_TRANSLATE_NOOP("Text", "The list has no item “%1”.")},
        {reasons::responseItemNotKept,
         QT_TRANSLATE_NOOP("Text",
                           "No item “%1” is kept for this client. Send the item itself instead of a reference to it.")},
        {reasons::responseTooLong,
         QT_TRANSLATE_NOOP("Text", "The conversation is larger than %1 bytes, and is not kept.")},
        {reasons::responseIsFinished,
         QT_TRANSLATE_NOOP("Text", "The answer is finished, and comes in one piece: leave stream out.")},
        {reasons::pictureCallUnreadable,
         QT_TRANSLATE_NOOP("Text", "The call has no prompt: it is a JSON object with the text “prompt”.")},
        {reasons::picturesEnough,
         QT_TRANSLATE_NOOP("Text", "One answer has at most %1 pictures, and so many were tried.")},
        {reasons::picturesCostEnough,
         QT_TRANSLATE_NOOP("Text", "This answer has cost what it may: no further picture is made.")},
        {reasons::noPictureToChange,
         QT_TRANSLATE_NOOP("Text", "There is no picture to change. Send one as a data URL, or have a new one made.")},
        {reasons::pictureToolOnePicture,
         QT_TRANSLATE_NOOP("Text", "The image tool makes one picture a call: leave n out.")},
        {reasons::pictureToolTwice, QT_TRANSLATE_NOOP("Text", "There are two image tools. Send one.")},
        {reasons::pictureToolNameTaken,
         QT_TRANSLATE_NOOP("Text", "A function of yours is called %1, as the image tool is. Give it another name.")},
        {reasons::pictureToolFilesNotKept,
         QT_TRANSLATE_NOOP("Text", "No files are kept here: send the picture in %1 as a data URL.")},
        {reasons::pictureToolWordUnknown, QT_TRANSLATE_NOOP("Text", "%1 is generate, edit or auto.")},
        {reasons::pictureToolMost, QT_TRANSLATE_NOOP("Text", "max_tool_calls is a whole number from 1 to %1.")},
        {reasons::pictureToolNoSettings,
         QT_TRANSLATE_NOOP("Text", "The image tool's parameters are an object, like {\"model\": \"gpt-image-2\"}.")},
        {reasons::pictureToolOneAnswer,
         QT_TRANSLATE_NOOP("Text", "A chat with the image tool has one answer: leave n out.")},
        {reasons::pictureToolStop,
         QT_TRANSLATE_NOOP(
             "Text",
             "stop_server_tools_when takes {\"type\": \"step_count_is\", \"step_count\"}, from 1 to %1, and "
             "{\"type\": \"max_cost\", \"max_cost_in_dollars\"}, above 0.")},
        {reasons::pictureToolNoPrompt,
         QT_TRANSLATE_NOOP("Text", "Say what the picture should show: the last message of the user has no words.")},
        {reasons::textModelBadlyNamed, QT_TRANSLATE_NOOP("Text", "model is a short name, all of which can be seen.")},
        {reasons::textModelUnknown,
         QT_TRANSLATE_NOOP("Text",
                           "There is no text model “%1”. /v1/models lists those that are known; any other of a "
                           "provider is called PROVIDER/MODEL.")},
        {reasons::modelMakesPictures,
         QT_TRANSLATE_NOOP("Text",
                           "%1 makes pictures. In a chat, ask for them by \"modalities\": [\"image\"]; else at "
                           "/v1/images/generations, or at /api/v1/images in OpenRouter's way.")},
        {reasons::chatNotServed, QT_TRANSLATE_NOOP("Text", "Nobody offers chats with %1.")},
        {reasons::responsesNotServed,
         QT_TRANSLATE_NOOP("Text", "Nobody offers %1 at /v1/responses. Ask it at /v1/chat/completions.")},
        {reasons::embeddingsNotServed, QT_TRANSLATE_NOOP("Text", "Nobody offers embeddings by %1.")},
        {reasons::textVariantNotServed,
         QT_TRANSLATE_NOOP("Text",
                           "No provider of %1 answers in the way of \"%2\". Leave out this ending of the model's "
                           "name, or name a provider that has it before the name.")},
        {reasons::textFailed,
         QT_TRANSLATE_NOOP("Text",
                           "%1 failed while it worked on the answer. It may be billed all the same, so Lightwell "
                           "did not try again by itself. Try again if you want to."),
         Bill::Said},
        {reasons::textFailedForFree, QT_TRANSLATE_NOOP("Text", "%1 could not answer. Nothing was billed; try again."),
         Bill::Said},
        {reasons::noTextInAnswer,
         QT_TRANSLATE_NOOP("Text",
                           "%1 answered with something that is no answer of a text model. It may be billed all "
                           "the same, so Lightwell did not try again by itself."),
         Bill::Said},
        {reasons::textCutOff,
         QT_TRANSLATE_NOOP("Text",
                           "The answer of %1 was cut off. What had come is billed; how much that is, is an "
                           "estimate. It is not asked for again by itself."),
         Bill::Said},
        {reasons::textCutOffHere,
         QT_TRANSLATE_NOOP("Text", "Cancelled. What %1 had said by then is billed; how much that is, is an estimate."),
         Bill::Said},
        {reasons::textNotKept,
         QT_TRANSLATE_NOOP("Text",
                           "This call was finished by an earlier run of Lightwell and is paid. %1 Asking anew, under "
                           "another Idempotency-Key, is another call, which costs again."),
         Bill::Said},
        {reasons::talkNotKept,
         QT_TRANSLATE_NOOP(
             "Text",
             "This call was begun by an earlier run of Lightwell, and at least its first step is paid. %1 "
             "Pictures that it made lie in the gallery. Asking anew, under another Idempotency-Key, is "
             "another call, which costs again."),
         Bill::Said},
        {reasons::wordsOnlyInMemory,
         QT_TRANSLATE_NOOP("Text",
                           "What a chat says beside the pictures that it has made is kept only as long as the gateway "
                           "runs.")},
        {reasons::wordsNeedSwitch,
         QT_TRANSLATE_NOOP("Text",
                           "Its words were not kept. Those of later calls are, where the gateway is started with "
                           "serve --store-responses or that is switched on in Settings under Gateway.")},
        {reasons::wordsUnwished,
         QT_TRANSLATE_NOOP("Text",
                           "Its words were not kept, since the call asks for that (store: false) or leaves the "
                           "conversation to the vendor.")},
        {reasons::wordsGone,
         QT_TRANSLATE_NOOP("Text",
                           "Its words are not there any more: they were deleted, are too old, or come from a time when "
                           "answers were not kept.")},
    };
}

} // namespace lightwell::wording
