// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/obstacle.h"

#include "core/planning/checkreasons.h"
#include "core/secrets/keyreasons.h"
#include "ui/keys/providerkeys.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Obstacle)
};

bool lacksKey(const ProviderKeys &keys, const QString &provider)
{
    const QList<ProviderInfo> &all = keys.providers();
    const bool needsOne = std::any_of(all.cbegin(), all.cend(), [&provider](const ProviderInfo &info) {
        return info.id == provider && info.needsKey;
    });
    const KeyState state = keys.state(provider);
    // A place that would not answer may have one, and is asked again when it is needed; one that was never set up
    // surely has none.
    const bool surelyNone = state.store == SecretState::Missing
        || (state.says.code == QLatin1StringView(reasons::keychainNotSetUp.code) && !keys.isAnyLocked());
    return needsOne && keys.isKnown() && state.source == KeySource::None && surelyNone;
}

/// What it is about a reference picture or a mask.
Obstacle::Kind pictureObstacle(const Reason &reason)
{
    static const QHash<QLatin1StringView, Obstacle::Kind> kinds {
        {QLatin1StringView(reasons::picturesNotTaken.code), Obstacle::Kind::TakesNoPicture},
        {QLatin1StringView(reasons::tooManyInputPictures.code), Obstacle::Kind::TooManyPictures},
        {QLatin1StringView(reasons::roleNotTaken.code), Obstacle::Kind::TakesNoRole},
        {QLatin1StringView(reasons::pictureMissing.code), Obstacle::Kind::NeedsPicture},
        {QLatin1StringView(reasons::maskNotTaken.code), Obstacle::Kind::TakesNoMask},
        {QLatin1StringView(reasons::maskNeedsShape.code), Obstacle::Kind::TakesNoMask},
        {QLatin1StringView(reasons::maskMissing.code), Obstacle::Kind::NeedsMask},
    };
    return kinds.value(QLatin1StringView(reason.code.toLatin1()), Obstacle::Kind::Impossible);
}

} // namespace

Obstacle obstacleOf(const Model *model, const std::optional<Plan> &plan, const std::optional<Error> &error,
                    const ProviderKeys &keys)
{
    if (model && model->status == "shutdown"_L1) {
        return {Obstacle::Kind::Retired, {}, 0};
    }
    if (error && error->reason.code == QLatin1StringView(reasons::promptTooLong.code)) {
        const qint64 length = error->reason.values.value(0).value.toInteger();
        return {Obstacle::Kind::PromptTooLong, {}, length - error->reason.values.value(2).value.toInteger()};
    }
    if (error && error->reason.code == QLatin1StringView(reasons::promptEmpty.code)) {
        return {}; // the button says so; it is no model's fault
    }
    if (error && error->kind == ErrorKind::NoKey) {
        return {Obstacle::Kind::NeedsKey, {}, 0};
    }
    if (error) {
        const Obstacle::Kind kind = pictureObstacle(error->reason);
        const bool isNumber = kind == Obstacle::Kind::TooManyPictures;
        return {kind, {}, isNumber ? error->reason.values.value(2).value.toInteger() : 0};
    }
    if (plan && lacksKey(keys, plan->offer.provider)) {
        return {Obstacle::Kind::NeedsKey, plan->offer.provider, 0};
    }
    return {};
}

QString obstacleWord(const Obstacle &obstacle)
{
    switch (obstacle.kind) {
    case Obstacle::Kind::NeedsKey:
        return Text::tr("needs a key");
    case Obstacle::Kind::PromptTooLong:
        return Text::tr("prompt too long");
    case Obstacle::Kind::Retired:
        return Text::tr("no longer offered");
    case Obstacle::Kind::TakesNoPicture:
        return Text::tr("takes no pictures");
    case Obstacle::Kind::TooManyPictures:
        return obstacle.excess == 1 ? Text::tr("takes 1 picture") : Text::tr("takes %1 pictures").arg(obstacle.excess);
    case Obstacle::Kind::TakesNoRole:
        return Text::tr("has no such role");
    case Obstacle::Kind::NeedsPicture:
        return Text::tr("needs a picture");
    case Obstacle::Kind::TakesNoMask:
        return Text::tr("takes no mask");
    case Obstacle::Kind::NeedsMask:
        return Text::tr("needs a mask");
    case Obstacle::Kind::Impossible:
        return Text::tr("not like this");
    case Obstacle::Kind::None:
        break;
    }
    return {};
}

} // namespace lightwell
