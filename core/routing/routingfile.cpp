// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingfile.h"

#include "core/storage/durablefile.h"

namespace lightwell {

RoutingFile::RoutingFile(QString path, QStringList providers, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path), RoutingRules::largestFile)
    , m_providers(std::move(providers))
{
    connect(&m_file, &WatchedFile::touched, this, &RoutingFile::read);
    read();
}

void RoutingFile::read()
{
    RoutingRules rules;
    const Result<std::optional<QByteArray>> text = m_file.read();
    if (!text) {
        rules.faults.append(text.error().why());
    } else if (*text) {
        rules = readRoutingRules(**text, m_providers);
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
    if (const Status written = writeDurably(m_file.path(), text); !written) {
        return written;
    }
    m_file.watch();
    read();
    return Success();
}

} // namespace lightwell
