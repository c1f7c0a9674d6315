// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/spool.h"

#include "core/model/largebuffer.h"

#include <QDir>
#include <QTemporaryFile>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

Spool::Spool(QString folder, qint64 inMemory)
    : m_folder(folder.isEmpty() ? QDir::tempPath() : std::move(folder))
    , m_inMemory(inMemory)
{
}

Spool::~Spool() = default;

bool Spool::append(QByteArrayView bytes)
{
    if (!m_file && !m_diskFailed && m_size + bytes.size() > m_inMemory) {
        m_file = std::make_shared<QTemporaryFile>(m_folder + "/answer.XXXXXX"_L1);
        m_diskFailed = !m_file->open() || !write(m_bytes);
        if (m_diskFailed) {
            m_file.reset();
        } else {
            m_bytes.clear();
        }
    }
    if (m_file && !write(bytes)) {
        m_diskFailed = true;
        m_file->resize(m_size); // without the part that did go in
        std::optional<QByteArray> before = takeBytes();
        if (!before) {
            return false;
        }
        m_bytes = *std::move(before);
        m_size = m_bytes.size();
    }
    if (!m_file) {
        makeRoom(m_bytes.size() + bytes.size());
        m_bytes.append(bytes);
    }
    m_size += bytes.size();
    return true;
}

/// Whoever announces much and sends little gets little; whoever keeps the word is copied once or twice.
void Spool::makeRoom(qsizetype size)
{
    constexpr qsizetype believed = 8; // times what has come
    if (size > m_bytes.capacity()) {
        reserveBytes(m_bytes, std::max<qsizetype>(2 * size, std::min<qint64>(m_expected, believed * size)));
    }
}

bool Spool::write(QByteArrayView bytes)
{
    return m_file->write(bytes.data(), bytes.size()) == bytes.size() && m_file->flush();
}

std::optional<QByteArray> Spool::takeBytes()
{
    const qint64 size = std::exchange(m_size, 0);
    const std::shared_ptr<QTemporaryFile> file = std::exchange(m_file, nullptr);
    if (!file) {
        return std::exchange(m_bytes, {});
    }
    QByteArray bytes = uninitializedBytes(size);
    return file->seek(0) && file->read(bytes.data(), size) == size ? std::optional(std::move(bytes)) : std::nullopt;
}

std::shared_ptr<QFile> Spool::takeFile()
{
    if (m_file) {
        m_size = 0;
        m_file->seek(0);
    }
    return std::exchange(m_file, nullptr);
}

} // namespace lightwell
