// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

namespace lightwell {

class GalleryModel;
class Library;

/// The requests that the pictures beside one in the gallery's list come from, for whoever goes from one request to the
/// next: some each way, found anew from each, since a list of all would name tens of thousands.
class RequestNeighbours : public QObject
{
    Q_OBJECT
public:
    RequestNeighbours(const GalleryModel &model, Library &library, QObject *parent = nullptr);

    void findAround(qint64 key, const QString &generation); ///< a picture, and the request it comes from
    void findAround(const QString &generation); ///< that was among those found last

Q_SIGNALS:
    /// In the order of the list, each once; `generation` is one of them. Not told where the list has not the picture.
    void found(const QString &generation, const QStringList &among);

private:
    const GalleryModel &m_model;
    Library &m_library;
    QHash<QString, qint64> m_keys; ///< of the picture that each of those found last stands for
    int m_round = 0; ///< of questions: older answers are dropped
};

} // namespace lightwell
