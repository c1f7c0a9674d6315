// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sdcpp/sdcppengine.h"

#include "providers/common/enginelists.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isMeant(const HttpResponse &answer)
{
    const QJsonObject capabilities = engineObject(answer);
    return capabilities.value("model"_L1).isObject() && capabilities.contains("supported_modes"_L1);
}

void read(FoundEngine &found, const QString &, const HttpResponse &answer)
{
    const QJsonObject capabilities = engineObject(answer);
    const bool makesPictures = capabilities.value("supported_modes"_L1).toArray().contains(u"img_gen"_s);
    found.use = makesPictures ? FoundEngine::Use::Pictures : FoundEngine::Use::NothingYet;
    found.models = engineNames({capabilities.value("model"_L1)["stem"_L1]});
    found.samplers = engineNames(capabilities.value("samplers"_L1).toArray());
    found.loras = engineNames(capabilities.value("loras"_L1).toArray(), "path"_L1);
}

} // namespace

LocalEngine sdCppEngine()
{
    LocalEngine engine {u"sd-cpp"_s, u"stable-diffusion.cpp"_s, u"sd-cpp"_s, {1234, 8080}};
    engine.question = u"/sdcpp/v1/capabilities"_s;
    engine.isMeant = isMeant;
    engine.read = read;
    return engine;
}

} // namespace lightwell
