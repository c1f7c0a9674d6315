// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textstream.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/openrouter/chatwords.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/routemetadata.h"
#include "core/gateway/dialects/openrouter/usage.h"
#include "core/model/displaytext.h"

#include <QJsonArray>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

QByteArray written(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return escapedJson(list.mid(1, list.size() - 2));
}

/// With what is billed for it, which is all that is paid (see usageOf()).
QByteArray pricedUsage(const QByteArray &told, const Generation &generation)
{
    WrittenObject usage(told);
    if (usage.names().isEmpty()) {
        return written(usageOf(generation));
    }
    usage.set("is_byok", "false");
    if (generation.cost.isKnown()) {
        usage.set("cost", written(generation.cost.toJsonDollars()));
    } else {
        usage.remove("cost");
    }
    return usage.text();
}

/// As the guide "Router Metadata" has the stages that an answer went through.
QJsonObject healingStage(const HealingReport &healing)
{
    return {{u"type"_s, u"response_healing"_s},
            {u"name"_s, u"response-healing"_s},
            {u"summary"_s, healing.isMended ? u"mended"_s : u"unchanged"_s},
            {u"data"_s,
             QJsonObject {{u"mode"_s, healing.hasSchema ? u"json_schema"_s : u"json_object"_s},
                          {u"improved"_s, healing.isMended},
                          {u"original_length"_s, healing.before},
                          {u"healed_length"_s, healing.after}}}};
}

void addTelling(WrittenObject &top, const Generation &generation, const Telling &telling)
{
    if (telling.route) {
        QJsonObject route = routeMetadata(generation);
        if (telling.healing) {
            route.insert(u"pipeline"_s, QJsonArray {healingStage(*telling.healing)});
        }
        top.set("openrouter_metadata", written(route));
    }
    if (!telling.echo.isEmpty()) {
        addEcho(top, telling.echo);
    }
    if (!telling.ignored.isEmpty() || telling.isShared) {
        WrittenObject metadata(top.value("metadata"));
        if (!telling.ignored.isEmpty()) {
            metadata.set("ignored", written(QJsonArray::fromStringList(telling.ignored)));
        }
        if (telling.isShared) {
            metadata.set("coalesced", "true");
        }
        top.set("metadata", metadata.text());
    }
}

QString providerOf(const Generation &generation)
{
    return providerTitle(generation.plan ? generation.plan->offer.provider : QString());
}

/// A chunk that says nothing more, for what is told at the end.
QByteArray emptyChunk(const Generation &generation)
{
    const Offer offer = generation.plan ? generation.plan->offer : Offer();
    return written(QJsonObject {{u"id"_s, generation.id},
                                {u"object"_s, u"chat.completion.chunk"_s},
                                {u"created"_s, generation.createdAt.toSecsSinceEpoch()},
                                {u"model"_s, offer.model.isEmpty() ? generation.request.model : offer.model},
                                {u"provider"_s, providerOf(generation)},
                                {u"choices"_s, QJsonArray()}});
}

/// As an event, in whichever lines it was written.
QByteArray asEvent(const WrittenObject &chunk)
{
    return "data: " + chunk.text().replace('\n', ' ').replace('\r', ' ') + "\n\n";
}

QByteArray lastChunk(const QByteArray &chunk, const Generation &generation, const Telling &telling)
{
    WrittenObject top(chunk);
    top.set("usage", pricedUsage(top.value("usage"), generation));
    addTelling(top, generation, telling);
    return asEvent(top);
}

} // namespace

void addEcho(WrittenObject &top, const QByteArray &body)
{
    top.set("debug", "{\"echo_upstream_body\":" + body + '}');
}

QByteArray echoOfWords(const Generation &begun, const QByteArray &body)
{
    WrittenObject chunk(emptyChunk(begun));
    addEcho(chunk, body);
    return asEvent(chunk);
}

void addOutcomeOfWords(QByteArray &body, const Generation &generation, const Telling &telling)
{
    WrittenObject top(body);
    if (top.names().isEmpty()) {
        return;
    }
    if (!top.contains("error")) {
        top.set("id", written(generation.id));
        top.set("provider", written(providerOf(generation)));
        top.set("usage", pricedUsage(top.value("usage"), generation));
    }
    addTelling(top, generation, telling);
    body = top.text();
}

QByteArray endOfWords(const QByteArray &tail, const Generation &generation, const Telling &telling)
{
    StreamCutter cutter;
    QByteArray end;
    bool isTold = false;
    const QByteArrayList events = cutter.feed(tail);
    for (const QByteArray &event : events) {
        const bool isDone = StreamCutter::dataOf(event).trimmed() == "[DONE]";
        if (!isTold && (isDone || isUsageEvent(event))) {
            end += lastChunk(isDone ? emptyChunk(generation) : StreamCutter::dataOf(event), generation, telling);
            isTold = true;
            end += isDone ? event : QByteArray();
        } else {
            end += event;
        }
    }
    if (!isTold) {
        end += lastChunk(emptyChunk(generation), generation, telling);
    }
    return end + cutter.rest();
}

} // namespace lightwell::openrouter
