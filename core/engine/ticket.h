// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/balance.h"
#include "core/adapter/modellist.h"
#include "core/model/generation.h"
#include "core/model/http.h"
#include "core/model/result.h"
#include "core/routing/route.h"
#include "core/secrets/secrets.h"

#include <QObject>

namespace lightwell {

/// Carries the news of one operation from the engine's thread to the asker's. As a connection it ends by itself
/// when the asker goes away, on whichever thread that happens.
class Ticket : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool begins = false; ///< for a generation that was not there before

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);
    void finished(const lightwell::Generation &generation);
    void spoke(const lightwell::HttpResponse &head, const QByteArray &piece);
    void answered(const QByteArray &answer);
    void planned(const lightwell::Result<lightwell::Route> &route, const QList<lightwell::KeyState> &keys);
    void keyChecked(const lightwell::Status &status);
    void listed(const lightwell::Result<lightwell::ModelList> &list);
    void balanceTold(const lightwell::Result<lightwell::Balance> &balance);
};

} // namespace lightwell
