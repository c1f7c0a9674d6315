// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/healedanswer.h"
#include "core/journal/wordrows.h"

#include <QFuture>

#include <functional>
#include <optional>

class QObject;

namespace lightwell {

class Store;

/// The answer of a chat or of embeddings that its client may ask for once more: in the store before its end is told, so
/// that a later run of the program tells it again, letter for letter. What cannot be kept is delivered all the same.
class AnswerRecord
{
public:
    struct Words
    {
        QByteArray text; ///< as the client got it: whole, or the events of a stream
        bool isStream = false;
        std::optional<HealingReport> healing = {}; ///< it was looked through
        friend bool operator==(const Words &, const Words &) = default;
    };
    /// The store lives longer. `client` is whose answer it is.
    AnswerRecord(Store &store, QString client, const wordrows::Bounds &bounds = {});

    /// `then` is called when it is on the disk, or cannot be; not where `context` has gone.
    void keep(const Words &words, const QString &generation, QObject *context, const std::function<void()> &then) const;
    /// Nothing: they are not there. Otherwise like keep().
    using Found = std::function<void(const Result<std::optional<Words>> &)>;
    void find(const QString &generation, QObject *context, const Found &found) const;

    /// Those that are too old go.
    [[nodiscard]] static QFuture<Status> removeOld(Store &store);

private:
    Store *m_store;
    QString m_client;
    wordrows::Bounds m_bounds;
};

} // namespace lightwell
