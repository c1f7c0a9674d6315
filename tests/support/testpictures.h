// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>

/// Pictures drawn by the tests themselves; the same in every run.
namespace lightwell::test {

/// Clouds of several sizes over each other: behaves like a photograph of a landscape.
[[nodiscard]] QImage cloudPicture(QSize size, quint32 seed = 1);
/// Flat colours with hard edges and fine lines: behaves like a poster or a diagram.
[[nodiscard]] QImage posterPicture(QSize size);
/// Soft colour runs with grain on them: behaves like a portrait with a blurred ground.
[[nodiscard]] QImage portraitPicture(QSize size);
/// A soft disc on nothing: every degree of transparency.
[[nodiscard]] QImage discPicture(QSize size);

struct NamedPicture
{
    QString name;
    QImage picture;
};
/// One of each opaque kind.
[[nodiscard]] QList<NamedPicture> opaquePictures(QSize size);

} // namespace lightwell::test
