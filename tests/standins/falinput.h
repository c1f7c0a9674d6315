// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "tests/standins/vendorinputs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSize>
#include <QStringList>

namespace lightwell::test {

/// An endpoint of fal and what it takes, after its page in fal's model gallery.
struct FalEndpoint
{
    enum class Size { ImageSize, Ratio, Named, None };
    QString id;
    VendorInputs inputs;

    [[nodiscard]] Size size() const;
    [[nodiscard]] bool perMegapixel() const;
    [[nodiscard]] static const FalEndpoint *find(const QString &id); ///< null: no such endpoint
};

/// A checked input: what will be made, or the complaints in fal's own shape.
struct FalWork
{
    QSize size;
    int n = 1;
    ImageFormat format = ImageFormat::Jpeg;
    quint64 seed = 0;
    QJsonArray complaints; ///< {"loc","msg","type"}; empty: legal
    QStringList ignored; ///< fields the endpoint does not know; fal passes over them in silence

    [[nodiscard]] static FalWork read(const FalEndpoint &endpoint, const QJsonObject &input);
    [[nodiscard]] double billableUnits(const FalEndpoint &endpoint) const;
};

} // namespace lightwell::test
