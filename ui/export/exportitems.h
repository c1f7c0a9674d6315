// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportbatch.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QSet>

namespace lightwell {

/// The pictures to be exported: a small picture of each, how many bytes it will take or took, and how far it is.
class ExportItems : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class State { Idle, Waits, Writing, Done, Skipped, Failed };
    enum Role { StateRole = Qt::UserRole, BytesRole, IsMeasuredRole, ReasonRole };
    /// `bound`: of the small pictures, in pixels of the screen.
    explicit ExportItems(QSize bound, QObject *parent = nullptr);

    void setFiles(const QStringList &files);
    [[nodiscard]] const QStringList &files() const { return m_files; }
    void setMeasured(const QString &file, qint64 bytes);
    /// Bytes a picture takes for each of its own, of the picture shown: what the others are reckoned by. 0: not known.
    void setShare(double share);
    void forgetMeasured(); ///< other options hold
    [[nodiscard]] qint64 sourceBytes() const; ///< of all files; -1: not known yet
    [[nodiscard]] qint64 expectedBytes() const; ///< of all as they will be; -1: not known yet
    [[nodiscard]] bool isAllMeasured() const;
    void setState(int row, State state, qint64 bytes = 0, const QString &reason = {});
    void setStates(State state); ///< of all
    [[nodiscard]] QList<int> rowsIn(State state) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void sizesRead(); ///< of the files, or another expectation holds

private:
    struct Item
    {
        qint64 sourceBytes = -1;
        qint64 measured = -1;
        State state = State::Idle;
        qint64 written = 0;
        QString reason;
    };
    void wantThumbnail(int row) const;
    [[nodiscard]] qint64 bytesOf(const Item &item) const; ///< -1: not known
    [[nodiscard]] QString spoken(const Item &item) const;
    QSize m_bound;
    QStringList m_files;
    QList<Item> m_items;
    double m_share = 0;
    int m_round = 0;
    mutable QCache<QString, QImage> m_thumbnails; ///< by file
    mutable QSet<QString> m_wanted; ///< or unreadable
};

} // namespace lightwell
