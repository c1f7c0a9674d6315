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

/// What a model of Black Forest Labs takes, after its OpenAPI document, and its price.
struct BflModel
{
    enum class Size { Free, Steps32, Ratio, Picture };
    QString id;
    Size size = Size::Free;
    ImageFormat format = ImageFormat::Jpeg; ///< default
    double first = 4; ///< credits for the first megapixel (or the picture)
    double extra = 0; ///< credits for each further one
    VendorInputs inputs; ///< filled in by find()

    [[nodiscard]] static const BflModel *find(const QString &id);
};

/// A checked body: what will be made, or FastAPI's complaints.
struct BflWork
{
    QSize size = QSize(1024, 768);
    QList<QSize> inputs; ///< pictures to work on, in any field
    ImageFormat format = ImageFormat::Jpeg;
    qint64 seed = 0;
    QJsonArray complaints; ///< {"loc","msg","type"}; empty: legal
    QStringList ignored; ///< fields the model does not know; passed over in silence

    [[nodiscard]] static BflWork read(const BflModel &model, const QJsonObject &body);
    [[nodiscard]] double megapixels() const;
    [[nodiscard]] double inputMegapixels() const; ///< of all pictures that go in
    /// Whole megapixels, of what comes out and of each picture that goes in.
    [[nodiscard]] double credits(const BflModel &model) const;
};

} // namespace lightwell::test
