// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace lightwell {

struct CompareCell;
class ImageService;

/// How long pictures took so far, by this computer's own calls of each offer.
class UsualTimes : public QObject
{
    Q_OBJECT
public:
    explicit UsualTimes(ImageService &images, QObject *parent = nullptr);
    /// Between runs only: while calls begin, the store has better things to do.
    void measure();
    [[nodiscard]] qint64 of(const CompareCell &cell) const; ///< milliseconds; 0: nobody knows

private:
    ImageService &m_images;
    QHash<QPair<QString, QString>, qint64> m_usual; ///< milliseconds by provider and its id of the model
};

} // namespace lightwell
