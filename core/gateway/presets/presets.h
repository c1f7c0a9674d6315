// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace lightwell {

/// A named set of fields of a request: a client names it, and whatever the client does not say itself is as it has it.
/// After OpenRouter's guide "Presets" and the schemas of its API reference (presets).
struct Preset
{
    QString slug; ///< letters, digits, "-", "_" and ".", at most longestSlug; its case does not count
    QString name = {};
    QString description = {};
    QString systemPrompt = {}; ///< empty: none
    QByteArray config = "{}"; ///< a JSON object as it was written: fields of a request
    bool isWithheld = false; ///< it is shown to somebody who is not told more of what it says (withoutWords())

    static constexpr qsizetype longestSlug = 64;
    friend bool operator==(const Preset &, const Preset &) = default;
};

/// The user's presets (presets.json). One with a fault is left out.
struct Presets
{
    static constexpr qint64 largestFile = 1024LL * 1024;

    QList<Preset> all; ///< in the order of the file
    QHash<QString, QList<Reason>> leftOut; ///< why, by the slug in small letters
    QList<Reason> faults; ///< all there are, with their lines, for a person; of many, the first
    QDateTime writtenAt; ///< when the file was changed last

    [[nodiscard]] const Preset *find(const QString &slug) const; ///< nullptr: there is none
    [[nodiscard]] QList<Reason> faultsOf(const QString &slug) const; ///< of one that is left out
    [[nodiscard]] QStringList slugs() const;
    friend bool operator==(const Presets &, const Presets &) = default;
};

/// As they are shown to who may use them, and is not the person who wrote them: what a call says itself is made of
/// words, so there is no system prompt, and of `config` the models alone.
[[nodiscard]] Presets withoutWords(Presets presets);

/// Reads what a person wrote: {"presets": [{"slug": "poster", "name": "Posters", "description": "…", "system_prompt":
/// "…", "config": {"model": "…", "models": […], "provider": {…}, "temperature": 0.2, …}}]}. `config` has fields of a
/// request as a client would send them; what a request is about (messages, prompt) and how it is answered (stream) is
/// the client's own. Whatever cannot be meant is a fault with its line and field; what belongs to no known field goes
/// to the vendor, but for a name that is nearly a known one.
[[nodiscard]] Presets readPresets(const QByteArray &text);

} // namespace lightwell
