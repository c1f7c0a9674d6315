// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/localai/localaiengine.h"

#include "providers/common/enginelists.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString version = QStringLiteral("/version");

bool isMeant(const HttpResponse &answer)
{
    const QJsonArray models = engineObject(answer).value("data"_L1).toArray();
    return std::any_of(models.begin(), models.end(),
                       [](const QJsonValue &model) { return model["capabilities"_L1].isArray(); });
}

void read(FoundEngine &found, const QString &question, const HttpResponse &answer)
{
    const QJsonObject said = engineObject(answer);
    if (question == version) {
        found.version = engineText(said.value("version"_L1));
        return;
    }
    QJsonArray able;
    const QJsonArray models = said.value("data"_L1).toArray();
    for (const QJsonValue &model : models) {
        if (model["capabilities"_L1].toArray().contains(u"image"_s)) {
            able.append(model);
        }
    }
    found.models = engineNames(able, "id"_L1);
    found.use = FoundEngine::Use::Pictures;
}

} // namespace

LocalEngine localAiEngine()
{
    LocalEngine engine {u"localai"_s, u"LocalAI"_s, u"localai"_s, {8080}};
    engine.question = u"/v1/models/capabilities"_s;
    engine.isMeant = isMeant;
    engine.further = {version};
    engine.read = read;
    return engine;
}

} // namespace lightwell
