// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/reachability.h"

#include <QNetworkInformation>

namespace lightwell {

namespace {

bool isOnline(QNetworkInformation::Reachability reachability)
{
    return reachability != QNetworkInformation::Reachability::Disconnected;
}

} // namespace

void followReachability(QObject *context, const std::function<void(bool online)> &tell)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    const QNetworkInformation *system = QNetworkInformation::instance();
    QObject::connect(system, &QNetworkInformation::reachabilityChanged, context,
                     [tell](QNetworkInformation::Reachability reachability) { tell(isOnline(reachability)); });
    tell(isOnline(system->reachability()));
}

} // namespace lightwell
