// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArrayList>
#include <QHash>
#include <QStringList>

namespace lightwell {

/// The conversations of OpenAI's Responses API as they are kept here: lists of items, each a JSON object as it was
/// written. Follows its API reference (POST /responses, GET /responses/{id}/input_items). Pure.
namespace responseitems {

/// What the body of a call says of what is kept.
struct Wish
{
    QString previous; ///< previous_response_id: what it goes on with; empty: a conversation begins
    /// The answer is to be kept: nobody says otherwise (`store`), and the vendor does not keep the conversation.
    bool isKept = true;
    /// Names of items that stand in its `input` for these themselves (item_reference); none where the vendor has them.
    QStringList references = {};
};
/// Of a body that is a JSON object. An error where two fields say what comes before, or `store` is no switch.
[[nodiscard]] Result<Wish> readWish(const QByteArray &body);

/// What is kept of it: the conversation that it goes on with, and the items it refers to, by their names.
struct Earlier
{
    QByteArrayList items;
    QHash<QString, QByteArray> referred;
};

/// The items of a body's `input`; a text is a message of the user. Messages have a type, and parts.
[[nodiscard]] QByteArrayList inputOf(const QByteArray &body);
/// These with what they refer to in the place of the references.
[[nodiscard]] QByteArrayList resolved(QByteArrayList items, const QHash<QString, QByteArray> &referred);
[[nodiscard]] QByteArrayList outputOf(const QByteArray &response); ///< of a finished answer

/// The body with all of its conversation in `input`, as a vendor may get it who keeps nothing and knows no name that
/// was given here. Pictures that were made are told, as calls of a function, and not shown.
[[nodiscard]] QByteArray selfContained(const QByteArray &body, const Earlier &earlier);

/// The picture that was made last, as its item; empty: none was.
[[nodiscard]] QByteArray newestPicture(const QByteArrayList &items);
[[nodiscard]] QString idOf(const QByteArray &item); ///< empty: it has none

/// A JSON list of them.
[[nodiscard]] QByteArray listOf(const QByteArrayList &items);

/// What a client wants to see of a list of them.
struct PageWish
{
    static constexpr int most = 100;
    static constexpr int usual = 20;

    int limit = usual;
    bool isAscending = false; ///< else the newest comes first
    QString after; ///< the id behind which the page begins; empty: at the front
};
struct Page
{
    QByteArrayList items;
    bool hasMore = false;
};
/// An error where nothing has the id behind which it should begin.
[[nodiscard]] Result<Page> pageOf(QByteArrayList items, const PageWish &wish);

} // namespace responseitems

} // namespace lightwell
