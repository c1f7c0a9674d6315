// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/automatic1111/automatic1111engine.h"

#include "providers/common/enginelists.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/sdapi/v1/");

bool asksForKey(const HttpResponse &answer)
{
    return answer.status == 401 && answer.json().value("detail"_L1).toString() == "Not authenticated"_L1;
}

bool isMeant(const HttpResponse &answer)
{
    return asksForKey(answer) || !engineNames(engineList(answer), "name"_L1).isEmpty();
}

void read(FoundEngine &found, const QString &question, const HttpResponse &answer)
{
    const QJsonArray list = engineList(answer);
    if (question == root + u"samplers"_s) {
        found.use = asksForKey(answer) ? FoundEngine::Use::KeyNeeded : FoundEngine::Use::Pictures;
        found.samplers = engineNames(list, "name"_L1);
    } else if (question == root + u"sd-models"_s) {
        found.models = engineNames(list, "title"_L1);
    } else if (question == root + u"upscalers"_s) {
        found.upscalers = engineNames(list, "name"_L1);
        found.upscalers.removeAll(u"None"_s);
    } else if (question == root + u"loras"_s) {
        found.loras = engineNames(list, "name"_L1);
    } else if (!list.isEmpty()) {
        found.name = u"Forge"_s;
    }
}

/// Any page of its kind has the same words for what is not there, but not this answer.
bool isPageAlone(const HttpResponse &answer)
{
    return answer.status == 200 && answer.body.trimmed() == "{}"_ba;
}

void readPage(FoundEngine &found, const QString &, const HttpResponse &)
{
    found.use = FoundEngine::Use::ApiOff;
}

} // namespace

LocalEngine automatic1111Engine()
{
    LocalEngine engine {u"automatic1111"_s, u"Automatic1111"_s, u"automatic1111"_s, {7860, 7861}};
    engine.question = root + u"samplers"_s;
    engine.isMeant = isMeant;
    engine.further = {root + u"sd-models"_s, root + u"upscalers"_s, root + u"loras"_s, root + u"sd-modules"_s};
    engine.read = read;
    return engine;
}

LocalEngine automatic1111WithoutApi()
{
    LocalEngine engine {u"automatic1111"_s, u"Automatic1111 or Forge"_s, u"automatic1111"_s, {}};
    engine.question = u"/internal/ping"_s;
    engine.isMeant = isPageAlone;
    engine.read = readPage;
    return engine;
}

} // namespace lightwell
