// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportitems.h"

#include "core/async/whendone.h"
#include "ui/compare/picturefiles.h"
#include "ui/export/exporttexts.h"
#include "ui/texts.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace lightwell {

namespace {

constexpr int maxThumbnails = 400;

} // namespace

ExportItems::ExportItems(QSize bound, QObject *parent)
    : QAbstractListModel(parent)
    , m_bound(bound)
    , m_thumbnails(maxThumbnails)
{
}

void ExportItems::setFiles(const QStringList &files)
{
    beginResetModel();
    m_files = files;
    m_items = QList<Item>(files.size());
    m_thumbnails.clear();
    m_wanted.clear();
    m_share = 0;
    endResetModel();
    const auto sizes = [files] {
        QList<qint64> bytes;
        for (const QString &file : files) {
            const QFileInfo info(file);
            bytes.append(info.exists() ? info.size() : 0);
        }
        return bytes;
    };
    whenDone(QtConcurrent::run(sizes), this, [this, round = ++m_round](const QList<qint64> &bytes) {
        if (round != m_round) {
            return;
        }
        for (int row = 0; row < m_items.size(); ++row) {
            m_items[row].sourceBytes = bytes.value(row);
        }
        Q_EMIT sizesRead();
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void ExportItems::setMeasured(const QString &file, qint64 bytes)
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_files.at(row) == file) {
            m_items[row].measured = bytes;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    Q_EMIT sizesRead();
}

void ExportItems::setShare(double share)
{
    if (share != m_share && !m_items.isEmpty()) {
        m_share = share;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        Q_EMIT sizesRead();
    }
}

void ExportItems::forgetMeasured()
{
    for (Item &item : m_items) {
        item.measured = -1;
    }
    m_share = 0;
    if (!m_items.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

qint64 ExportItems::sourceBytes() const
{
    qint64 sum = 0;
    for (const Item &item : m_items) {
        if (item.sourceBytes < 0) {
            return -1;
        }
        sum += item.sourceBytes;
    }
    return sum;
}

qint64 ExportItems::bytesOf(const Item &item) const
{
    if (item.measured >= 0) {
        return item.measured;
    }
    return item.sourceBytes < 0 || m_share <= 0 ? -1 : qint64(double(item.sourceBytes) * m_share);
}

qint64 ExportItems::expectedBytes() const
{
    qint64 sum = 0;
    for (const Item &item : m_items) {
        const qint64 bytes = bytesOf(item);
        if (bytes < 0) {
            return -1;
        }
        sum += bytes;
    }
    return sum;
}

bool ExportItems::isAllMeasured() const
{
    return std::all_of(m_items.begin(), m_items.end(), [](const Item &item) { return item.measured >= 0; });
}

void ExportItems::setState(int row, State state, qint64 bytes, const QString &reason)
{
    if (row >= 0 && row < m_items.size()) {
        m_items[row].state = state;
        m_items[row].written = bytes;
        m_items[row].reason = reason;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void ExportItems::setStates(State state)
{
    for (int row = 0; row < m_items.size(); ++row) {
        setState(row, state);
    }
}

QList<int> ExportItems::rowsIn(State state) const
{
    QList<int> rows;
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).state == state) {
            rows.append(row);
        }
    }
    return rows;
}

int ExportItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

void ExportItems::wantThumbnail(int row) const
{
    const QString file = m_files.at(row);
    if (m_wanted.contains(file)) {
        return;
    }
    m_wanted.insert(file);
    auto *self = const_cast<ExportItems *>(this); // what is shown is unchanged until it has come
    Picture picture;
    picture.path = file;
    whenDone(picturefiles::load(picture, m_bound), self, [self, file](const QImage &image) {
        if (!image.isNull()) {
            self->m_thumbnails.insert(file, new QImage(image));
            self->m_wanted.remove(file);
        }
        for (int at = 0; at < self->m_files.size(); ++at) {
            if (self->m_files.at(at) == file) {
                Q_EMIT self->dataChanged(self->index(at), self->index(at));
            }
        }
    });
}

QString ExportItems::spoken(const Item &item) const
{
    switch (item.state) {
    case State::Waits:
        return tr("waits");
    case State::Writing:
        return tr("being written");
    case State::Done:
        return item.written > 0 ? tr("written, %1").arg(exporttexts::bytes(item.written))
                                : exporttexts::writtenBytes(0);
    case State::Skipped:
        return tr("skipped");
    case State::Failed:
        return tr("failed: %1").arg(item.reason);
    case State::Idle:
        break;
    }
    const qint64 bytes = bytesOf(item);
    return bytes < 0 ? QString() : item.measured >= 0 ? exporttexts::bytes(bytes) : exporttexts::aboutBytes(bytes);
}

QVariant ExportItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Item &item = m_items.at(index.row());
    const QString file = m_files.at(index.row());
    switch (role) {
    case Qt::DecorationRole:
        if (const QImage *image = m_thumbnails.object(file)) {
            return *image;
        }
        wantThumbnail(index.row());
        return {};
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString state = spoken(item);
        const QString name = QFileInfo(file).fileName();
        return state.isEmpty() ? name : tr("%1, %2").arg(name, state);
    }
    case Qt::ToolTipRole:
        return texts::tip(data(index, Qt::DisplayRole).toString());
    case StateRole:
        return QVariant::fromValue(item.state);
    case BytesRole:
        return item.state == State::Done ? item.written : bytesOf(item);
    case IsMeasuredRole:
        return item.state == State::Done || item.measured >= 0;
    case ReasonRole:
        return item.reason;
    default:
        return {};
    }
}

} // namespace lightwell
