// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"
#include "core/model/request.h"

namespace lightwell {

/// What is asked of an offer where nobody has asked yet: to list prices, and to see what it can do.
class TypicalRequests
{
public:
    /// One picture of this size; where pictures go in, those are of this size.
    explicit TypicalRequests(QSize size);

    /// One picture with everything left to the offer: what its price in a list stands for.
    [[nodiscard]] Request plain(const Offer &offer) const;
    /// The same with what people often ask for in addition: several pictures, a seed, a negative prompt, a format that
    /// few vendors make. Its plan tells what an offer does itself and what is emulated.
    [[nodiscard]] Request demanding(const Offer &offer) const;

private:
    [[nodiscard]] InputImage pictureFor(const Offer &offer) const;
    QSize m_size;
    InputImage m_png;
    InputImage m_jpeg; ///< for those who take no PNG
};

} // namespace lightwell
