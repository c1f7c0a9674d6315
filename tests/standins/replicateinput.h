// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "tests/standins/vendorinputs.h"

#include <QJsonObject>
#include <QSize>
#include <QStringList>

namespace lightwell::test {

/// What a model at Replicate takes and gives, after its input schema.
struct ReplicateModel
{
    enum class Output { Text, List, Object };
    QString path; ///< "owner/name"
    bool official = true; ///< others run by version only
    Output output = Output::List;
    VendorInputs inputs; ///< filled in by find()

    [[nodiscard]] QString version() const; ///< 64 hexadecimal digits
    [[nodiscard]] static const ReplicateModel *find(const QString &path);
    [[nodiscard]] static const ReplicateModel *findVersion(const QString &version);
};

/// A checked input: what will be made, or the complaints as Replicate lists them.
struct ReplicateWork
{
    QSize size = QSize(1024, 1024);
    int n = 1;
    ImageFormat format = ImageFormat::Webp;
    quint64 seed = 0;
    QStringList complaints; ///< "input.aspect_ratio: …"; empty: legal

    [[nodiscard]] static ReplicateWork read(const ReplicateModel &model, const QJsonObject &input);
};

} // namespace lightwell::test
