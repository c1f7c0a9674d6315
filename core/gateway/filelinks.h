// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <optional>

namespace lightwell {

/// Names of the gateway's files: "CONTENTADDRESS-SIGNATURE.SUFFIX". Whoever has the link may read the picture, as with
/// OpenAI's own links, so that browsers and plain downloads work without a key; nobody else can make one up, not even
/// of a picture whose content they know.
class FileLinks
{
public:
    explicit FileLinks(QByteArray secret = {});
    [[nodiscard]] QString nameFor(const Picture &picture) const;
    /// The content address, if the name was made here.
    [[nodiscard]] std::optional<QString> pictureId(const QString &name) const;

private:
    [[nodiscard]] QByteArray signature(const QByteArray &text) const;
    QByteArray m_secret; ///< empty: no name is valid
};

} // namespace lightwell
