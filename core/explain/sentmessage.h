// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QStringList>

namespace lightwell {

/// A vendor's message as it is shown: without the key and without the bytes of pictures.
struct SentMessage
{
    QString method; ///< "POST"
    QString address;
    QStringList headers; ///< "Accept: application/json"; what says who asks is left out
    QString body; ///< JSON, indented, or the fields of a form, a line each; empty: it has none
    QJsonObject fields; ///< the same to look into; of a form by their names, as text
    /// It only makes ready (a picture is handed over first): the one that asks for the picture is written by its
    /// answer.
    bool isPreparation = false;
    int calls = 1; ///< so many were made side by side, of which this is the first

    /// What stands at a path of Offer::fields ("generationConfig.seed"), wherever in the message that begins.
    [[nodiscard]] QJsonValue value(const QString &path) const;
    friend bool operator==(const SentMessage &, const SentMessage &) = default;
};

/// The first message of a plan, written anew by the adapter, as it wrote it then: adapters are pure. `credentials` are
/// those of placeholderCredentials(); nobody's key ever comes here. An error: this version does not write it any more.
[[nodiscard]] Result<SentMessage> sentMessage(const Adapter &adapter, const Plan &plan, const PlannedCall &call,
                                              const Credentials &credentials);

} // namespace lightwell
