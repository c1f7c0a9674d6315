// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/rpc.h"
#include "core/model/request.h"

#include <chrono>

namespace lightwell::mcp {

/// A picture that goes in, as the client names it: a data URL, an address, a path.
struct GivenPicture
{
    QString argument; ///< "images", "mask"
    QByteArray text;
    friend bool operator==(const GivenPicture &, const GivenPicture &) = default;
};

/// The arguments of estimate_cost, generate_image and edit_image, understood.
struct PictureWish
{
    Request request; ///< without its pictures
    QList<GivenPicture> images;
    std::optional<GivenPicture> mask;
    std::optional<Money> maxCost; ///< of the whole call
    bool allowsUnknownPrice = false;
    std::chrono::seconds wait {45};
    /// Of all that shapes the result, but for the pictures: their text may be a link.
    QByteArray fingerprint;
};

/// `arguments` fit the tool's schema; what they say as long texts, `message` knows. An error: what cannot be meant.
[[nodiscard]] Result<PictureWish> readPictureWish(const QString &tool, const QJsonObject &arguments,
                                                  const Message &message);

} // namespace lightwell::mcp
