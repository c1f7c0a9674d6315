// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingfile.h"

#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"

#include <QFileInfo>

namespace lightwell {

RoutingFile::RoutingFile(QString path, QStringList providers, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_providers(std::move(providers))
{
    constexpr int pauseMs = 50;
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watch();
        read();
    });
    // The folder tells of a file that comes, goes or takes another's place, the file itself of what is written into it.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    watch();
    read();
}

void RoutingFile::watch()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    for (const QString &place : {folder, m_path}) {
        if (QFileInfo::exists(place) && !m_watcher.files().contains(place)
            && !m_watcher.directories().contains(place)) {
            m_watcher.addPath(place);
        }
    }
}

void RoutingFile::read()
{
    RoutingRules rules;
    const QFileInfo file(m_path);
    if (file.exists() || file.isSymLink()) { // a link that leads nowhere is no file that is not there
        const Result<QByteArray> text = readRegularFile(m_path, RoutingRules::largestFile);
        if (text) {
            rules = readRoutingRules(*text, m_providers);
        } else {
            rules.faults.append(text.error().why());
        }
    }
    if (rules != m_rules) {
        m_rules = rules;
        Q_EMIT changed();
    }
}

Status RoutingFile::write(const RoutingRules &rules)
{
    const QByteArray text = rules.toJson();
    // What could not be read back would leave nothing to go by: the rules of now stay.
    if (const RoutingRules back = readRoutingRules(text, m_providers); !back.faults.isEmpty()) {
        return notSent(ErrorKind::Invalid, back.faults.constFirst());
    }
    if (const Status written = writeDurably(m_path, text); !written) {
        return written;
    }
    watch();
    read();
    return Success();
}

} // namespace lightwell
