// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QDateTime>

namespace lightwell {

/// Whose name a request to AWS is signed in.
struct AwsIdentity
{
    QByteArray accessKeyId;
    QByteArray secretAccessKey;
    QByteArray sessionToken = {}; ///< only of temporary credentials
};

/// What the signature counts for.
struct AwsScope
{
    QByteArray region; ///< "us-west-2"
    QByteArray service; ///< "bedrock"
    QDateTime now; ///< more than five minutes from AWS's own time, it is refused
};

/// Signs a request with AWS Signature Version 4 ("Authenticating Requests", AWS General Reference): adds x-amz-date,
/// the session token and Authorization. All headers that are there, the host, the address and the body are covered, so
/// nothing of them may change after it. The path is encoded once more, as for every service but S3.
void signForAws(HttpRequest &request, const AwsIdentity &identity, const AwsScope &scope);

} // namespace lightwell
