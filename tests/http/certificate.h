#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

/// A self-signed certificate for 127.0.0.1 and its key (EC), as files.
struct Certificate
{
    explicit Certificate(const QByteArray& commonName = "relay.test");

    QTemporaryDir directory;
    QString certificatePath;
    QString keyPath;
};
