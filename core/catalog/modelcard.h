// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell {

/// What a family of models is good at, its limits and who makes it: resources/catalog/cards/<family>.md, in CommonMark.
/// Empty: there is none.
[[nodiscard]] QByteArray modelCard(const QString &family);

/// CommonMark, rendered by cmark. Raw HTML and links that could run something are left out.
namespace markdown {

[[nodiscard]] QString toHtml(const QByteArray &document);
/// For a terminal: paragraphs apart, "- " before entries, a link's address behind its words.
[[nodiscard]] QString toText(const QByteArray &document);

} // namespace markdown

} // namespace lightwell
