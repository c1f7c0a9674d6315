// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/enginewording.h"

#include <QCoreApplication>

namespace lightwell::wording {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::LocalEngines)
};

QString counted(const FoundEngine &engine)
{
    QStringList parts {Text::tr("models: %1").arg(engine.models.size())};
    if (!engine.upscalers.isEmpty()) {
        parts.append(Text::tr("upscalers: %1").arg(engine.upscalers.size()));
    }
    if (!engine.loras.isEmpty()) {
        parts.append(Text::tr("LoRAs: %1").arg(engine.loras.size()));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString engineOffer(const FoundEngine &engine)
{
    switch (engine.use) {
    case FoundEngine::Use::Pictures:
        return counted(engine);
    case FoundEngine::Use::TextOnly:
        return Text::tr("makes text only, no pictures");
    case FoundEngine::Use::NothingYet:
        return Text::tr("makes pictures, but Lightwell cannot use it yet");
    case FoundEngine::Use::ApiOff:
        return Text::tr("runs without its API. Start it with --api and search again.");
    case FoundEngine::Use::KeyNeeded:
        return Text::tr("asks for a key before it tells what it has. Add the key, and type the model's name.");
    }
    return {};
}

} // namespace lightwell::wording
