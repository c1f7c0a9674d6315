// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>

namespace lightwell {

/// A program on this machine that can have to do with pictures, and what it says it has.
struct FoundEngine
{
    enum class Use {
        Pictures, ///< its models can be used here
        TextOnly, ///< it makes no pictures, only text
        NothingYet, ///< it makes pictures, and Lightwell does not speak its language
        ApiOff, ///< it has to be started with its API
        KeyNeeded, ///< it asks for a key before it tells anything
    };

    QString id; ///< "comfyui", "ollama"
    QString name; ///< "ComfyUI"
    QString provider; ///< of its adapter; empty: there is none
    QUrl address; ///< without a path
    QString version; ///< empty: it does not say
    Use use = Use::NothingYet;
    QStringList models; ///< under the names by which it is asked for them
    QStringList upscalers;
    QStringList samplers;
    QStringList loras;
    QDateTime seen; ///< when it answered, in UTC

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static FoundEngine fromJson(const QJsonObject &object);
    friend bool operator==(const FoundEngine &, const FoundEngine &) = default;
};

[[nodiscard]] QString engineUseName(FoundEngine::Use use); ///< "pictures", "text_only", …

/// What an earlier search found. Empty where there was none; an error where the file cannot be read.
[[nodiscard]] Result<QList<FoundEngine>> readFoundEngines(const QString &path);
[[nodiscard]] Status writeFoundEngines(const QString &path, const QList<FoundEngine> &engines);

} // namespace lightwell
