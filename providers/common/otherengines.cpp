// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/otherengines.h"

#include "providers/common/enginelists.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// An object with a version and nothing else.
bool isVersion(const HttpResponse &answer)
{
    const QJsonObject said = engineObject(answer);
    return said.size() == 1 && !engineText(said.value("version"_L1)).isEmpty();
}

bool isLmStudio(const HttpResponse &answer)
{
    const QJsonObject said = engineObject(answer);
    const QJsonArray models = said.value("data"_L1).toArray();
    const bool typed =
        std::all_of(models.begin(), models.end(), [](const QJsonValue &model) { return model["type"_L1].isString(); });
    return said.value("object"_L1).toString() == "list"_L1 && said.value("data"_L1).isArray() && typed;
}

void readOllama(FoundEngine &found, const QString &, const HttpResponse &answer)
{
    const QJsonObject said = engineObject(answer);
    found.use = FoundEngine::Use::TextOnly;
    if (said.contains("version"_L1)) {
        found.version = engineText(said.value("version"_L1));
    }
    if (said.contains("models"_L1)) {
        found.models = engineNames(said.value("models"_L1).toArray(), "name"_L1);
    }
}

void readLmStudio(FoundEngine &found, const QString &, const HttpResponse &answer)
{
    found.use = FoundEngine::Use::TextOnly;
    found.models = engineNames(engineObject(answer).value("data"_L1).toArray(), "id"_L1);
}

void readInvokeAi(FoundEngine &found, const QString &, const HttpResponse &answer)
{
    found.use = FoundEngine::Use::NothingYet;
    found.version = engineText(engineObject(answer).value("version"_L1));
}

} // namespace

LocalEngine ollamaEngine()
{
    LocalEngine engine {u"ollama"_s, u"Ollama"_s, {}, {11434}};
    engine.question = u"/api/version"_s;
    engine.isMeant = isVersion;
    engine.further = {u"/api/tags"_s};
    engine.read = readOllama;
    return engine;
}

LocalEngine lmStudioEngine()
{
    LocalEngine engine {u"lm-studio"_s, u"LM Studio"_s, {}, {1234}};
    engine.question = u"/api/v0/models"_s;
    engine.isMeant = isLmStudio;
    engine.read = readLmStudio;
    return engine;
}

LocalEngine invokeAiEngine()
{
    LocalEngine engine {u"invokeai"_s, u"InvokeAI"_s, {}, {9090}};
    engine.question = u"/api/v1/app/version"_s;
    engine.isMeant = isVersion;
    engine.read = readInvokeAi;
    return engine;
}

} // namespace lightwell
